package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lyceum.sandbox.world.Chronicle;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** Writes down every change of Discord's world, so that it outlives the process: each line is one thing as it is now. */
final class Keeping {
    private final Chronicle chronicle;
    private boolean replaying;

    Keeping(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    /** Hands on what was kept; changes that this causes are not written again. */
    void replay(Consumer<JsonNode> reader) {
        replaying = true;
        chronicle.replay(reader);
        replaying = false;
    }

    void compact(Stream<ObjectNode> lines) {
        chronicle.compact(lines);
    }

    private boolean keeps() {
        return chronicle.keeps() && !replaying;
    }

    void channel(ObjectNode json) {
        if (keeps()) {
            chronicle.write(channelLine(json));
        }
    }

    static ObjectNode channelLine(ObjectNode json) {
        ObjectNode line = Json.object().put("kept", "channel");
        line.set("json", json);
        return line;
    }

    void channelGone(long id) {
        if (keeps()) {
            chronicle.write(Json.object().put("kept", "channelGone").put("id", id));
        }
    }

    void member(Member member, boolean gone) {
        if (keeps()) {
            chronicle.write(memberLine(member, gone));
        }
    }

    static ObjectNode memberLine(Member member, boolean gone) {
        ObjectNode line = Json.object().put("kept", "member").put("gone", gone);
        line.set("json", member.json());
        return line;
    }

    static Member member(JsonNode json) {
        List<Long> roles = new ArrayList<>();
        json.path("roles").forEach(role -> roles.add(role.asLong()));
        return new Member(
                json.path("user").path("id").asLong(),
                (ObjectNode) json.path("user"),
                List.copyOf(roles),
                json.path("joined_at").asText(),
                json.path("nick").textValue(),
                json.path("communication_disabled_until").textValue());
    }

    void ban(long user, @Nullable String reason, boolean on) {
        if (keeps()) {
            chronicle.write(banLine(user, reason, on));
        }
    }

    static ObjectNode banLine(long user, @Nullable String reason, boolean on) {
        return Json.object()
                .put("kept", "ban")
                .put("user", user)
                .put("reason", reason)
                .put("on", on);
    }

    void post(long channel, Post post) {
        if (keeps()) {
            chronicle.write(postLine(channel, post));
        }
    }

    static ObjectNode postLine(long channel, Post post) {
        ObjectNode line =
                Json.object().put("kept", "post").put("channel", channel).put("author", post.author());
        line.set("json", post.json());
        ObjectNode reactions = line.putObject("reactions");
        post.reactions().forEach((emoji, users) -> {
            ArrayNode ids = reactions.putArray(emoji);
            users.forEach(ids::add);
        });
        ArrayNode pings = line.putArray("pings");
        post.pings().forEach(pings::add);
        return line;
    }

    static Post post(JsonNode line) {
        Map<String, List<Long>> reactions = new LinkedHashMap<>();
        line.path("reactions").properties().forEach(entry -> {
            List<Long> users = new ArrayList<>();
            entry.getValue().forEach(id -> users.add(id.asLong()));
            reactions.put(entry.getKey(), List.copyOf(users));
        });
        List<String> pings = new ArrayList<>();
        line.path("pings").forEach(ping -> pings.add(ping.asText()));
        ObjectNode json = (ObjectNode) line.path("json");
        return new Post(json.path("id").asLong(), line.path("author").asLong(), json, reactions, List.copyOf(pings), 0);
    }

    void postGone(long channel, long id) {
        if (keeps()) {
            chronicle.write(Json.object()
                    .put("kept", "postGone")
                    .put("channel", channel)
                    .put("id", id));
        }
    }

    /** Something else that has an id of its own: a webhook, a list of commands, an entitlement; null when it is gone. */
    void thing(String kind, String id, @Nullable JsonNode json) {
        if (keeps()) {
            chronicle.write(thingLine(kind, id, json));
        }
    }

    static ObjectNode thingLine(String kind, String id, @Nullable JsonNode json) {
        ObjectNode line = Json.object().put("kept", kind).put("id", id);
        line.set("json", json);
        return line;
    }

    void close() {
        chronicle.close();
    }
}
