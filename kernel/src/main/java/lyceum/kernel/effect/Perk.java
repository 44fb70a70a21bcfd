package lyceum.kernel.effect;

import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;

/** Something that an account can have on its platform and others have not. */
public sealed interface Perk {
    PlatformName platform();

    /** The room, or a name for the platform's people as a whole, on which changes of it are carried out in order. */
    RoomId room();

    /** A role, by the name that it bears on the platform, or by its id there. */
    record Role(PlatformName platform, String name) implements Perk {
        @Override
        public RoomId room() {
            return new RoomId(platform, "roles");
        }
    }

    /** A place in a room that is not open to everybody. */
    record Seat(RoomId room) implements Perk {
        @Override
        public PlatformName platform() {
            return room.platform();
        }
    }
}
