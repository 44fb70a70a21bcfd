package lyceum.web.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.People.MemberJoined;
import lyceum.kernel.event.People.MemberLeft;
import lyceum.kernel.event.People.PresenceChanged;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.platform.Inbox;

/**
 * Tells who comes into a room and who leaves it, with the first of their windows and with the last: of those whom the hub knows always,
 * of others with a name where anybody wants to know. Any thread.
 */
final class Presence {
    private final Inbox inbox;
    private final InstantSource clock;
    private final boolean told;
    private final Map<Place, Stay> stays = new HashMap<>();

    /** @param told whether it is told in words who comes and goes */
    Presence(Inbox inbox, InstantSource clock, boolean told) {
        this.inbox = inbox;
        this.clock = clock;
        this.told = told;
    }

    private record Place(String room, String account) {}

    private record Stay(Instant since, int windows) {}

    void comes(Seat seat, Guest guest) {
        if (guest.speaks()) {
            Stay stay = changes(seat, guest, 1);
            if (stay.windows() == 1) {
                tell(seat, guest, true, stay.since());
            }
        }
    }

    /** Whether that was the last window of somebody with a name. */
    boolean leaves(Seat seat, Guest guest) {
        if (!guest.speaks()) {
            return false;
        }
        Stay stay = changes(seat, guest, -1);
        if (stay.windows() == 0) {
            tell(seat, guest, false, stay.since());
        }
        return stay.windows() <= 0;
    }

    private synchronized Stay changes(Seat seat, Guest guest, int more) {
        Place place = new Place(seat.hall().place().name(), guest.account());
        Stay before = stays.getOrDefault(place, new Stay(clock.instant(), 0));
        Stay now = new Stay(before.since(), before.windows() + more);
        if (now.windows() > 0) {
            stays.put(place, now);
        } else {
            stays.remove(place);
        }
        return now;
    }

    private void tell(Seat seat, Guest guest, boolean came, Instant since) {
        RoomId room = Ids.room(seat.hall().place().name());
        Instant now = came ? since : clock.instant();
        Speaker speaker = guest.speaker(seat.language());
        if (guest.member()) {
            var _ = inbox.accept(new PresenceChanged(speaker, room, came, since, now));
        }
        if (told) {
            Key key = new Key(Ids.PLATFORM, guest.account(), (came ? "joined " : "left ") + now.toEpochMilli());
            var _ = inbox.accept(
                    came ? new MemberJoined(key, speaker, room, now) : new MemberLeft(key, speaker, room, now));
        }
    }
}
