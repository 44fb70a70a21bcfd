package lyceum.moderation;

import java.util.List;
import lyceum.kernel.event.Talk.MessagePosted;

/** What stood around a message in its room, each side with the oldest first. */
record Around(List<MessagePosted> before, List<MessagePosted> after) {
    static final Around NOTHING = new Around(List.of(), List.of());

    Around {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
