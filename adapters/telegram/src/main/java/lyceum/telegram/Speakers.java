package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;

/** Who speaks: a person, another bot, an anonymous administrator, or a channel. */
final class Speakers {
    private final Ranks ranks;

    Speakers(Ranks ranks) {
        this.ranks = ranks;
    }

    /** @throws IllegalArgumentException where neither an account nor a channel is named */
    Speaker of(JsonNode message) {
        JsonNode chat = message.path("chat");
        JsonNode as = message.path("sender_chat");
        if (as.isObject()) {
            return group(message, as, Fields.number(chat, "id"));
        }
        if (!message.has("from") && Fields.words(chat, "type").equals("channel")) {
            return group(message, chat, Fields.number(chat, "id"));
        }
        return person(message.path("from"), Fields.number(chat, "id"));
    }

    Speaker person(JsonNode user, long chat) {
        long id = Fields.number(user, "id");
        Standing standing = chat < 0 ? ranks.of(chat, id) : Standing.FAN;
        return new Speaker(
                new AuthorId(Address.TELEGRAM, Long.toString(id)),
                name(user, Long.toString(id)),
                null,
                standing,
                Fields.is(user, "is_bot"),
                language(user));
    }

    /** Whoever speaks as the chat itself, or in its channel, is one of its administrators; as another channel anybody may speak. */
    private static Speaker group(JsonNode message, JsonNode as, long chat) {
        long id = Fields.number(as, "id");
        boolean ours = id == chat || Fields.is(message, "is_automatic_forward");
        String signature = Fields.wordsOrNull(message, "author_signature");
        String title = name(as, Long.toString(id));
        return new Speaker(
                new AuthorId(Address.TELEGRAM, Long.toString(id)),
                signature == null ? title : signature,
                null,
                ours ? Standing.MODERATOR : Standing.FAN,
                false,
                null);
    }

    /** The name that others see, of a person or a chat; {@code otherwise} where there is none. */
    static String name(JsonNode whose, String otherwise) {
        String title = Fields.words(whose, "title");
        String name = title.isEmpty()
                ? (Fields.words(whose, "first_name") + " " + Fields.words(whose, "last_name")).strip()
                : title.strip();
        return name.isEmpty() ? otherwise : name;
    }

    private static @Nullable Language language(JsonNode user) {
        String code = Fields.wordsOrNull(user, "language_code");
        return code == null ? null : Language.nearest(code);
    }
}
