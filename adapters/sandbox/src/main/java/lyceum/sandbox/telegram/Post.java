package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.sandbox.telegram.text.Formatted;
import org.jspecify.annotations.Nullable;

/** A message that stands in a chat. Guarded by the lock of {@link Telegram}. */
final class Post {
    static final Set<String> MEDIA = Set.of("photo", "document", "voice", "video", "audio", "animation");

    final long id;
    final int date;
    final Draft origin;
    private Formatted body;
    private ObjectNode fields;
    private @Nullable ObjectNode keyboard;
    private int edited;
    private final Map<Long, List<String>> reactions = new LinkedHashMap<>(0);

    Post(long id, int date, Draft draft) {
        this.id = id;
        this.date = date;
        this.origin = draft;
        this.body = draft.body();
        this.fields = draft.fields();
        this.keyboard = draft.keyboard();
    }

    long from() {
        return origin.from();
    }

    long thread() {
        return origin.thread();
    }

    long replyTo() {
        return origin.replyTo();
    }

    Formatted body() {
        return body;
    }

    ObjectNode fields() {
        return fields;
    }

    @Nullable
    ObjectNode keyboard() {
        return keyboard;
    }

    /** When its text was last edited, in Unix seconds; 0 when never. */
    int edited() {
        return edited;
    }

    /** The emoji that each account has put on it, oldest first. */
    Map<Long, List<String>> reactions() {
        return reactions;
    }

    /** The field that holds its photo or file, or null for a text. */
    @Nullable
    String media() {
        for (String kind : MEDIA) {
            if (fields.has(kind)) {
                return kind;
            }
        }
        return null;
    }

    /** Whether somebody said it, rather than the chat reporting what happened. */
    boolean said() {
        return !body.text().isEmpty() || media() != null || fields.has("poll") || fields.has("invoice");
    }

    void rewrite(Formatted newBody, ObjectNode newFields, int at) {
        body = newBody;
        fields = newFields;
        edited = at;
    }

    void rekey(@Nullable ObjectNode newKeyboard) {
        keyboard = newKeyboard;
    }

    void react(long account, List<String> emoji) {
        if (emoji.isEmpty()) {
            reactions.remove(account);
        } else {
            reactions.put(account, emoji);
        }
    }

    /** As it was before a restart. */
    void restore(Formatted newBody, int editedAt, Map<Long, List<String>> reacted) {
        body = newBody;
        edited = editedAt;
        reactions.clear();
        reactions.putAll(reacted);
    }
}
