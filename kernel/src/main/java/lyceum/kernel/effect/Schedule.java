package lyceum.kernel.effect;

import java.time.Instant;
import java.util.List;
import lyceum.kernel.document.Say;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * Makes the platform's own list of what is coming up, where the room belongs, hold these dates of the hub and no others of its. Doing
 * it twice is the same as once; what people put there themselves stays.
 *
 * @param slots all that shall stand there, with different keys
 */
public record Schedule(RoomId room, List<Slot> slots, Language language, String ref) implements OnPlatform {
    public Schedule {
        slots = List.copyOf(slots);
    }

    /**
     * One date.
     *
     * @param key by which it is found again, one word; the same for ever, whatever else changes
     * @param place where it is held, in few words
     * @param ends after {@code starts}
     */
    public record Slot(String key, String title, Say words, String place, Instant starts, Instant ends) {}
}
