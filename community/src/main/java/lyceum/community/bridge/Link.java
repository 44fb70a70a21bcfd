package lyceum.community.bridge;

import java.util.List;
import lyceum.kernel.id.RoomId;

/** Rooms that read each other, under one name. */
public record Link(String name, List<RoomId> rooms) {
    public Link {
        rooms = List.copyOf(rooms);
    }
}
