package lyceum.kernel.event;

import java.time.Instant;
import java.util.List;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
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
     * A thread hangs from a room and is called this: told before the first word that is heard in it, and at each change. A thread
     * that only some may read is not told.
     *
     * @param title empty where the platform does not say it
     * @param open whether people may speak in it
     * @param now false where the platform only tells how it was when it began
     */
    record ThreadChanged(RoomId thread, RoomId parent, String title, boolean open, boolean now) implements Place {
        /** As it is now. */
        public ThreadChanged(RoomId thread, RoomId parent, String title, boolean open) {
            this(thread, parent, title, open, true);
        }

        @Override
        public @Nullable Key key() {
            return null;
        }
    }

    /** A thread was deleted, and all that stood in it; told where the platform tells it, or where something is said in vain. */
    record ThreadGone(RoomId thread) implements Place {
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

    /**
     * A room was not heard for a while, and nothing will ever tell what was said in it.
     *
     * @param from the last time at which it surely was heard
     * @param until when it was heard again
     */
    record HearingGap(Key key, RoomId room, Instant from, Instant until) implements Place {}

    /** A room's live stream went on or off. */
    record StreamChanged(Key key, RoomId room, boolean live, Instant at) implements Place {}

    /**
     * Everybody who subscribes to a channel, as its platform lists them: told only where that list was read to its end.
     *
     * @param at when the reading began; what happened after it may be missing
     */
    record SubscribersListed(RoomId room, List<Subscriber> subscribers, Instant at) implements Place {
        public SubscribersListed {
            subscribers = List.copyOf(subscribers);
        }

        @Override
        public @Nullable Key key() {
            return null;
        }
    }

    /** Who subscribes, and to which tier, by the platform's own name of it. */
    record Subscriber(AuthorId account, String tier) {}

    /** The platform's own filter holds what somebody said until a moderator decides there; nobody else has seen it. */
    record NativeHold(Key key, RoomId room, MessageId message, Speaker speaker, Text text, Instant at)
            implements Place {}
}
