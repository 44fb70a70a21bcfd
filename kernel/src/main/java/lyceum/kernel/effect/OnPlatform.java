package lyceum.kernel.effect;

import java.time.Instant;
import java.util.List;
import lyceum.kernel.document.Document;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/** What a platform does. Effects on one room are carried out in the order in which they were returned. */
public sealed interface OnPlatform extends Effect
        permits OnPlatform.Post,
                OnPlatform.Edit,
                OnPlatform.React,
                OnPlatform.Delete,
                OnPlatform.Respond,
                OnPlatform.OpenThread,
                OnPlatform.ChangeThread,
                OnAccess,
                OnMoney,
                DecideHold,
                Restrict,
                Pin,
                Schedule {
    RoomId room();

    /** The feature's own note, which comes back with what became of it. */
    String ref();

    /**
     * Says something in a room.
     *
     * @param voice in whose name, or null in the hub's own
     * @param replyTo the message of the same room that it answers, or null
     * @param ref the feature's own note, which comes back with {@code Delivered}; begins with the feature's name and a colon
     * @param quoted who said what it answers and how that begins, {@code ann: Is this ...}, for where an answer cannot be tied to
     *     its message; null where that is not known
     * @param said when, where that is long ago: such posts of a room are a stream of their own, beside what is said now
     */
    record Post(
            RoomId room,
            Document document,
            Language language,
            @Nullable Voice voice,
            @Nullable MessageId replyTo,
            String ref,
            @Nullable String quoted,
            @Nullable Instant said)
            implements OnPlatform {
        /** Something that is said now. */
        public Post(
                RoomId room,
                Document document,
                Language language,
                @Nullable Voice voice,
                @Nullable MessageId replyTo,
                String ref) {
            this(room, document, language, voice, replyTo, ref, null, null);
        }

        public Post withDocument(Document other) {
            return new Post(room, other, language, voice, replyTo, ref, quoted, said);
        }

        public Post withRef(String other) {
            return new Post(room, document, language, voice, replyTo, other, quoted, said);
        }

        public Post quoting(@Nullable String words) {
            return new Post(room, document, language, voice, replyTo, ref, words, said);
        }

        public Post answering(@Nullable MessageId message) {
            return new Post(room, document, language, voice, message, ref, quoted, said);
        }

        public Post saidAt(@Nullable Instant at) {
            return new Post(room, document, language, voice, replyTo, ref, quoted, at);
        }
    }

    /**
     * Makes a message of the hub read differently.
     *
     * @param voice in whose name it was said, or null in the hub's own
     */
    record Edit(
            MessageId message,
            Document document,
            Language language,
            @Nullable Voice voice,
            String ref) implements OnPlatform {
        /** Of a message in the hub's own name. */
        public Edit(MessageId message, Document document, Language language, String ref) {
            this(message, document, language, null, ref);
        }

        @Override
        public RoomId room() {
            return message.room();
        }
    }

    /**
     * Makes the hub's own reactions on a message these, and no others. A platform that has fewer shows the first that it takes.
     *
     * @param emojis the most wanted first; none takes all away
     * @param before what the hub asked for last, so that what is no longer wanted goes
     */
    record React(MessageId message, List<String> emojis, List<String> before, String ref) implements OnPlatform {
        public React {
            emojis = List.copyOf(emojis);
            before = List.copyOf(before);
        }

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

    /** Opens a thread below a room; its first message comes back with {@code Delivered}, and says by its room which thread it is. */
    record OpenThread(RoomId room, String title, String ref) implements OnPlatform {}

    /**
     * Calls a thread by another name, or opens or closes it.
     *
     * @param room the thread
     * @param open whether people may speak in it
     */
    record ChangeThread(RoomId room, String title, boolean open, String ref) implements OnPlatform {}

    /** Answers a command or a button; {@code onlyForThem} where the platform can. */
    record Respond(ReplyToken reply, Document document, Language language, boolean onlyForThem, String ref)
            implements OnPlatform {
        @Override
        public RoomId room() {
            return reply.room();
        }
    }
}
