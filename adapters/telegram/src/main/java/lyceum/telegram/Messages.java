package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.id.MessageId;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a message. */
final class Messages {
    /** Kinds of files, with the name that is shown where the sender gave none. */
    private static final Map<String, String> FILES = Map.of(
            "document", "file",
            "photo", "photo.jpg",
            "video", "video.mp4",
            "animation", "animation.mp4",
            "audio", "audio.mp3",
            "voice", "voice.ogg",
            "video_note", "video.mp4");

    private Messages() {}

    /** In groups without topics a thread is only a chain of replies, and no room. */
    static Address address(JsonNode message) {
        boolean topic = Fields.is(message, "is_topic_message");
        return new Address(
                Fields.number(message.path("chat"), "id"), topic ? Fields.small(message, "message_thread_id") : 0);
    }

    static Text text(JsonNode message) {
        return Spoken.forwarded(message).plus(own(message));
    }

    private static Text own(JsonNode message) {
        if (message.path("text").isTextual()) {
            return EntitiesIn.read(message.path("text").asText(), message.path("entities"));
        }
        if (message.path("caption").isTextual()) {
            return EntitiesIn.read(message.path("caption").asText(), message.path("caption_entities"));
        }
        return Spoken.words(message);
    }

    /** An animation also comes as a document; it is one file. */
    static List<Attachment> files(JsonNode message) {
        List<Attachment> files = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : message.properties()) {
            String otherwise = FILES.get(field.getKey());
            boolean again = field.getKey().equals("document") && message.has("animation");
            if (otherwise != null && !again) {
                files.add(file(field.getValue(), otherwise));
            }
        }
        return files;
    }

    /** A photo comes in several sizes, of which the last is the largest. */
    private static Attachment file(JsonNode told, String otherwise) {
        JsonNode file = told.isArray() ? told.path(told.size() - 1) : told;
        String name = Fields.wordsOrNull(file, "file_name");
        String id = Fields.wordsOrNull(file, "file_id");
        return new Attachment(
                name == null ? otherwise : name,
                file.path("file_size").asLong(0),
                id == null ? null : Address.TELEGRAM + ":" + id);
    }

    /** In a topic everything is formally a reply to the topic's beginning, which is none. */
    static @Nullable MessageId replyTo(JsonNode message, Address address) {
        JsonNode replied = message.path("reply_to_message");
        if (!replied.isObject() || Fields.small(replied, "message_id") == address.thread()) {
            return null;
        }
        return address.message(Fields.small(replied, "message_id"));
    }

    /** The words of the message answered that the sender chose; null where all of it is meant. */
    static @Nullable String quoted(JsonNode message) {
        return Fields.is(message.path("quote"), "is_manual") ? Fields.wordsOrNull(message.path("quote"), "text") : null;
    }

    /** Null in private chats. */
    static Heard.@Nullable Title title(JsonNode message) {
        String chat = Fields.wordsOrNull(message.path("chat"), "title");
        if (chat == null) {
            return null;
        }
        return address(message).thread() == 0
                ? new Heard.Title(chat)
                : new Heard.Title(chat, topic(message), began(message), open(message));
    }

    private static @Nullable Boolean open(JsonNode message) {
        if (message.has("forum_topic_closed")) {
            return false;
        }
        boolean opened = message.has("forum_topic_created") || message.has("forum_topic_reopened");
        return opened ? true : null;
    }

    /** Whether nothing is said but that a room has another name, is there, is closed or open again. */
    static boolean renames(JsonNode message) {
        return Stream.of(
                        "new_chat_title",
                        "forum_topic_created",
                        "forum_topic_edited",
                        "forum_topic_closed",
                        "forum_topic_reopened")
                .anyMatch(message::has);
    }

    /** What a topic is called, as far as a message in it says so. */
    static @Nullable String topic(JsonNode message) {
        String edited = Fields.wordsOrNull(message.path("forum_topic_edited"), "name");
        return edited == null ? Fields.wordsOrNull(message.path("forum_topic_created"), "name") : edited;
    }

    /** What a topic is called or was called at first, as far as a message in it says so. */
    static @Nullable String name(JsonNode message) {
        String topic = topic(message);
        return topic == null ? began(message) : topic;
    }

    /** Whatever is said in a topic answers the message that it began with, if nothing else. */
    private static @Nullable String began(JsonNode message) {
        return Fields.wordsOrNull(message.path("reply_to_message").path("forum_topic_created"), "name");
    }
}
