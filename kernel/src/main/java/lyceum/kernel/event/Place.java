package lyceum.kernel.event;

import java.util.List;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/** What happens to rooms. */
public sealed interface Place extends Event {
    /** A room is there and has this name: told for every room at each start, and at each change. */
    record RoomChanged(RoomId room, String name) implements Place {
        @Override
        public @Nullable Key key() {
            return null;
        }
    }

    /**
     * From here on rooms are heard: what stands in them after these messages may not be missed, neither by this process nor, should
     * it die before it has heard anything, by the next. Means nothing for a room of which more is known already.
     *
     * @param after for each room the newest message that stood there, or what its platform takes for "before the first"
     */
    record HearingBegan(List<MessageId> after) implements Place {
        public HearingBegan {
            after = List.copyOf(after);
        }

        @Override
        public @Nullable Key key() {
            return null;
        }
    }
}
