package lyceum.kernel.platform;

import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;

/** The ability to let accounts into rooms that are not open to everybody, and to put them out. Doing any of it twice is the same as once. */
public interface Memberships {
    /** Blocks; as {@link Platform#post}. Makes that the account can be in the room, which may need a step of its own. */
    Outcome seat(AuthorId account, RoomId room);

    /** Blocks; as {@link Platform#post}. The account may ask to come back. One that is not in the room is {@link Outcome.Done}. */
    Outcome unseat(AuthorId account, RoomId room);

    /** Blocks; as {@link Platform#post}. A request that is no longer open is {@link Outcome.Done}. */
    Outcome decide(AuthorId account, RoomId room, boolean admitted);

    /** Blocks; as {@link Platform#post}. Tells by {@code SeatSeen} whether the account is in the room, and changes nothing. */
    Outcome inspect(AuthorId account, RoomId room);
}
