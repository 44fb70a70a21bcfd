package lyceum.kernel.effect;

import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;

/** What a platform does about who may be where. Doing any of it twice is the same as once. */
public sealed interface OnAccess extends OnPlatform {
    AuthorId account();

    /**
     * Gives an account what it shall have. Where nobody can be put into a room, they can come in by themselves afterwards: that is
     * told by {@code SeatOffered}, or {@code MemberJoined} where they are in it.
     */
    record Grant(AuthorId account, Perk perk, String ref) implements OnAccess {
        @Override
        public RoomId room() {
            return perk.room();
        }
    }

    /** Takes from an account what it shall no longer have; from a room it is put out without being shut out. */
    record Revoke(AuthorId account, Perk perk, String ref) implements OnAccess {
        @Override
        public RoomId room() {
            return perk.room();
        }
    }

    /** Answers an account that asked to be let into a room. */
    record DecideJoin(AuthorId account, RoomId room, boolean admitted, String ref) implements OnAccess {}

    /** Looks whether an account is in a room, which is told by {@code SeatSeen}; what cannot be found out is not told. */
    record Inspect(AuthorId account, RoomId room, String ref) implements OnAccess {}
}
