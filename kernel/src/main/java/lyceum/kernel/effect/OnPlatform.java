package lyceum.kernel.effect;

import lyceum.kernel.document.Document;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/** What a platform does. Effects on one room are carried out in the order in which they were returned. */
public sealed interface OnPlatform extends Effect
        permits OnPlatform.Post, OnPlatform.Edit, OnPlatform.Delete, OnPlatform.Respond, OnAccess {
    RoomId room();

    /** The feature's own note, which comes back with what became of it. */
    String ref();

    /**
     * Says something in a room.
     *
     * @param voice in whose name, or null in the hub's own
     * @param replyTo the message of the same room that it answers, or null
     * @param ref the feature's own note, which comes back with {@code Delivered}; begins with the feature's name and a colon
     */
    record Post(
            RoomId room,
            Document document,
            Language language,
            @Nullable Voice voice,
            @Nullable MessageId replyTo,
            String ref)
            implements OnPlatform {
        public Post withDocument(Document other) {
            return new Post(room, other, language, voice, replyTo, ref);
        }
    }

    /** Makes a message of the hub read differently. */
    record Edit(MessageId message, Document document, Language language, String ref) implements OnPlatform {
        @Override
        public RoomId room() {
            return message.room();
        }
    }

    /** Takes a message away, whoever wrote it. */
    record Delete(MessageId message, String ref) implements OnPlatform {
        @Override
        public RoomId room() {
            return message.room();
        }
    }

    /** Answers a command or a button; {@code onlyForThem} where the platform can. */
    record Respond(ReplyToken reply, Document document, Language language, boolean onlyForThem, String ref)
            implements OnPlatform {
        @Override
        public RoomId room() {
            return reply.room();
        }
    }
}
