package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** A bot: its token, its updates, its menus, and its private chats. Guarded by the lock of {@link Telegram}. */
final class Bot {
    static final String NAME = "name";

    final Account account;
    private volatile String token;
    final UpdateQueue updates;
    private final Map<Long, Room> privates = new LinkedHashMap<>();
    private final Map<String, ArrayNode> menus = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private long lastPrivateId;

    /**
     * A question of a person's client, a pressed key or an inline query, that waits for this bot's answer.
     *
     * @param since when it was asked, in Unix seconds
     */
    record Asked(
            String kind, long person, long since, @Nullable ObjectNode answer) {
        Asked answered(ObjectNode json) {
            return new Asked(kind, person, since, json);
        }
    }

    Bot(Account account, String token, UpdateQueue updates) {
        this.account = account;
        this.token = token;
        this.updates = updates;
    }

    String token() {
        return token;
    }

    /** It has another token from now on. */
    void token(String other) {
        token = other;
    }

    long id() {
        return account.id();
    }

    /** Its private chats by the person's id; a person who never wrote to it has none. */
    Map<Long, Room> privates() {
        return privates;
    }

    /** The id of the next message in any of its private chats: they are counted together. */
    long nextPrivateId() {
        return ++lastPrivateId;
    }

    void sawPrivateId(long id) {
        lastPrivateId = Math.max(lastPrivateId, id);
    }

    /** Command menus by scope and language. */
    Map<String, ArrayNode> menus() {
        return menus;
    }

    /** Name and descriptions by kind and language. */
    Map<String, String> texts() {
        return texts;
    }

    Map<String, Asked> asked() {
        return asked;
    }

    String shownName() {
        return texts.getOrDefault(NAME + "/", account.name());
    }

    /** As it shows itself to getMe. */
    ObjectNode json() {
        return account.json()
                .put("first_name", shownName())
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_guest_queries", false)
                .put("supports_inline_queries", true)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false)
                .put("has_topics_enabled", false)
                .put("allows_users_to_create_topics", false)
                .put("can_manage_bots", false)
                .put("supports_join_request_queries", false);
    }

    /** What of it outlives a restart beside its chats. */
    ObjectNode stored() {
        ObjectNode line = Json.object().put("head", updates.head()).put("lastPrivateId", lastPrivateId);
        ArrayNode allowed = line.putArray("allowed");
        updates.allowed().forEach(allowed::add);
        ObjectNode menuLines = line.putObject("menus");
        menus.forEach(menuLines::set);
        ObjectNode textLines = line.putObject("texts");
        texts.forEach(textLines::put);
        return line;
    }

    void restore(JsonNode line) {
        sawPrivateId(line.path("lastPrivateId").asLong());
        updates.restoreHead(line.path("head").asLong());
        java.util.Set<String> allowed = new java.util.HashSet<>();
        line.path("allowed").forEach(type -> allowed.add(type.asText()));
        updates.allow(allowed);
        menus.clear();
        line.path("menus").properties().forEach(menu -> menus.put(menu.getKey(), (ArrayNode) menu.getValue()));
        texts.clear();
        line.path("texts")
                .properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
    }
}
