package lyceum.kernel.event;

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
}
