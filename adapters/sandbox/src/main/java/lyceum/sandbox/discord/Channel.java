package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A channel, thread or direct conversation, with its messages. */
final class Channel {
    static final int TEXT = 0;
    static final int DIRECT = 1;
    static final int ANNOUNCEMENT = 5;
    static final int ANNOUNCEMENT_THREAD = 10;
    static final int PUBLIC_THREAD = 11;
    static final int PRIVATE_THREAD = 12;
    static final int FORUM = 15;

    private final long id;
    private final int type;
    private final Timeline timeline = new Timeline();
    private final Whispers whispers = new Whispers();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile ObjectNode json;

    Channel(ObjectNode json) {
        this.id = json.path("id").asLong();
        this.type = json.path("type").asInt();
        this.json = json;
    }

    long id() {
        return id;
    }

    int type() {
        return type;
    }

    String name() {
        return json.path("name").asText();
    }

    /** The channel object; replace it, never change it. */
    ObjectNode json() {
        return json;
    }

    /** The channel object with what changes at every message. */
    ObjectNode shown() {
        ObjectNode shown = json.objectNode();
        shown.setAll(json);
        shown.remove(List.of("bot", "starts_empty"));
        timeline.newest().ifPresent(id -> shown.put("last_message_id", Long.toString(id)));
        if (isThread()) {
            int count = timeline.size();
            shown.put("message_count", count).put("total_message_sent", count);
        }
        return shown;
    }

    void json(ObjectNode changed) {
        json = changed;
    }

    boolean isThread() {
        return type == ANNOUNCEMENT_THREAD || type == PUBLIC_THREAD || type == PRIVATE_THREAD;
    }

    boolean isDirect() {
        return type == DIRECT;
    }

    /** The channel whose permissions and webhooks count here: a thread's parent, else itself. */
    long major() {
        return isThread() ? json.path("parent_id").asLong() : id;
    }

    /** True once, for the first message of a forum post, which has the post's own id. */
    boolean beginsWithItsOwnId() {
        return json.path("starts_empty").asBoolean() && begun.compareAndSet(false, true) && timeline.size() == 0;
    }

    boolean archived() {
        return json.path("thread_metadata").path("archived").asBoolean();
    }

    boolean locked() {
        return json.path("thread_metadata").path("locked").asBoolean();
    }

    Timeline timeline() {
        return timeline;
    }

    Whispers whispers() {
        return whispers;
    }
}
