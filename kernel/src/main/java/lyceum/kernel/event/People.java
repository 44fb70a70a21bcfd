package lyceum.kernel.event;

import java.time.Instant;
import java.util.Set;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import org.jspecify.annotations.Nullable;

/** Who comes and goes, and which accounts turn out to be one person. */
public sealed interface People extends Event {
    /** An account is in a room now, or on a platform whose rooms are all joined at once: {@code room} is {@link RoomId#whole} then. */
    record MemberJoined(@Nullable Key key, Speaker speaker, RoomId room, Instant at) implements People {}

    /** An account is no longer in a room, or place as above; by itself or because somebody put it out. */
    record MemberLeft(@Nullable Key key, Speaker speaker, RoomId room, Instant at) implements People {}

    /**
     * Somebody whom the hub knows watches a room now, or does not any more: told only where a platform tells who watches.
     *
     * @param since when they came; now where they have just come
     */
    record PresenceChanged(Speaker speaker, RoomId room, boolean here, Instant since, Instant at) implements People {
        @Override
        public @Nullable Key key() {
            return null;
        }
    }

    /** An account asks to be let into a room, and waits for {@code DecideJoin}. */
    record JoinRequested(Key key, Speaker speaker, RoomId room, Instant at) implements People {}

    /** An account can come into a room now, by this address: whoever else uses it is asked about as well. */
    record SeatOffered(AuthorId account, RoomId room, String address) implements People {
        @Override
        public @Nullable Key key() {
            return null;
        }
    }

    /** Whether an account was in a room when the platform was asked for it. */
    record SeatSeen(AuthorId account, RoomId room, boolean in, Instant at) implements People {
        @Override
        public @Nullable Key key() {
            return null;
        }
    }

    /**
     * Two people turned out to be one: what was kept of {@code from} belongs to {@code into}, and {@code from} is nobody any more.
     *
     * @param accounts all that the one person has now
     */
    record MembersMerged(MemberId from, MemberId into, Set<AuthorId> accounts) implements People {
        public MembersMerged {
            accounts = Set.copyOf(accounts);
        }

        @Override
        public @Nullable Key key() {
            return null;
        }
    }

    /** A payment service, say, has made sure that another account is the same person's as the speaker's. */
    record AccountVouched(Key key, Speaker speaker, AuthorId other, Instant at) implements People {}

    /** An account is a person of its own now: what was kept of {@code from} stays there. */
    record MembersParted(MemberId from, MemberId own, AuthorId account) implements People {
        @Override
        public @Nullable Key key() {
            return null;
        }
    }

    /** A person asked to be forgotten: what is kept of them is to be removed, or to name nobody where it must be kept. */
    record MemberForgotten(MemberId member, Set<AuthorId> accounts) implements People {
        public MemberForgotten {
            accounts = Set.copyOf(accounts);
        }

        @Override
        public @Nullable Key key() {
            return null;
        }
    }
}
