package lyceum.sandbox.telegram.text;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text that means something.
 *
 * @param type the Bot API's word, such as {@code bold} or {@code text_link}
 * @param offset where it begins, in UTF-16 units
 * @param length how long it is, in UTF-16 units
 * @param argument the address of a {@code text_link}, the language of a {@code pre}, the id of the person or emoji that is meant
 */
public record Entity(
        String type, int offset, int length, @Nullable String argument) {
    /** Types that may overlap each other and are joined and cut as needed. */
    static final Set<String> STYLES = Set.of("bold", "italic", "underline", "strikethrough", "spoiler");
    /** Types whose inside is taken literally. */
    static final Set<String> LITERAL = Set.of("code", "pre");
    /** Types that a sender may state; Telegram finds the rest in the text by itself and passes over statements of them. */
    static final Set<String> STATED = Set.of(
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "blockquote",
            "expandable_blockquote",
            "code",
            "pre",
            "text_link",
            "text_mention",
            "custom_emoji",
            "date_time");
    /** Types that Telegram finds by itself. */
    static final Set<String> FOUND =
            Set.of("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number");

    public static Entity of(String type, int offset, int length) {
        return new Entity(type, offset, length, null);
    }

    /** Where it ends, exclusive. */
    public int end() {
        return offset + length;
    }

    Entity at(int newOffset, int newLength) {
        return new Entity(type, newOffset, newLength, argument);
    }

    boolean overlaps(Entity other) {
        return offset < other.end() && other.offset < end();
    }
}
