package lyceum.kernel.event;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Wish;
import org.jspecify.annotations.Nullable;

/** What people say, change and take back in rooms. */
public sealed interface Talk extends Event {
    MessageId message();

    /**
     * A new message stands in a room.
     *
     * @param quoted which words of the message that it answers are meant, where only some are
     */
    record MessagePosted(
            Key key,
            MessageId message,
            Speaker speaker,
            Text text,
            List<Attachment> attachments,
            @Nullable MessageId replyTo,
            Instant at,
            @Nullable String quoted)
            implements Talk {
        /** An answer to all of a message, or to none. */
        public MessagePosted(
                Key key,
                MessageId message,
                Speaker speaker,
                Text text,
                List<Attachment> attachments,
                @Nullable MessageId replyTo,
                Instant at) {
            this(key, message, speaker, text, attachments, replyTo, at, null);
        }

        public MessagePosted {
            attachments = List.copyOf(attachments);
        }
    }

    /** A message now reads differently; {@code attachments} are those that it has now. */
    record MessageEdited(
            Key key, MessageId message, Speaker speaker, Text text, List<Attachment> attachments, Instant at)
            implements Talk {
        public MessageEdited {
            attachments = attachments == null ? List.of() : List.copyOf(attachments);
        }
    }

    /** A message is gone; {@code key} is null where moderation took it away. */
    record MessageDeleted(@Nullable Key key, MessageId message) implements Talk {}

    /**
     * Somebody put an emoji on a message, or took it away. Nothing tells a repetition from a change, so it is compared with what is
     * known.
     *
     * @param speaker who, or null where all of that emoji were taken away at once
     * @param emoji as characters, or in the platform's own spelling where it is one of its own; empty for all there are
     * @param there whether it is on the message now
     */
    record ReactionChanged(MessageId message, @Nullable Speaker speaker, String emoji, boolean there) implements Talk {
        @Override
        public @Nullable Key key() {
            return null;
        }
    }

    /**
     * A message that waited for a moderator was let through; {@code posted} is what its author said, and when. The one who acts is
     * the moderator: what the author asked Lyceum to respect comes as {@code wishes}.
     */
    record MessageReleased(MessagePosted posted, Set<Wish> wishes) implements Talk {
        public MessageReleased {
            wishes = Set.copyOf(wishes);
        }

        @Override
        public @Nullable Key key() {
            return null;
        }

        @Override
        public MessageId message() {
            return posted.message();
        }

        @Override
        public Speaker speaker() {
            return posted.speaker();
        }
    }
}
