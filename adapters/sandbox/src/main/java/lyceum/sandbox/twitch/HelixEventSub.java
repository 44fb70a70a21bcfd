package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lyceum.sandbox.twitch.EventSub.Subscription;
import lyceum.sandbox.twitch.HelixFront.Ask;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** The calls that subscribe a session to events. */
record HelixEventSub(EventSub eventSub) {
    /** The kinds there are, with their version. */
    private static final Map<String, String> VERSIONS = Map.ofEntries(
            Map.entry("channel.chat.message", "1"),
            Map.entry("channel.chat.message_delete", "1"),
            Map.entry("channel.chat.clear_user_messages", "1"),
            Map.entry("channel.chat.clear", "1"),
            Map.entry("channel.subscribe", "1"),
            Map.entry("channel.subscription.gift", "1"),
            Map.entry("channel.subscription.message", "1"),
            Map.entry("channel.subscription.end", "1"),
            Map.entry("channel.cheer", "1"),
            Map.entry("stream.online", "1"),
            Map.entry("stream.offline", "1"),
            Map.entry("automod.message.hold", "2"),
            Map.entry("automod.message.update", "2"));

    JsonNode list(Ask ask) {
        ArrayNode data = Json.array();
        eventSub.subscriptions().stream()
                .filter(each -> ask.maybe("type").map(each.type::equals).orElse(true))
                .forEach(each -> data.add(
                        each.json(eventSub.session(each.session).isPresent() ? "enabled" : "websocket_disconnected")));
        return answer(data);
    }

    JsonNode create(Ask ask) {
        JsonNode body = ask.body();
        String type = body.path("type").asText();
        String session = body.path("transport").path("session_id").asText();
        if (!VERSIONS.containsKey(type) || !body.path("version").asText().equals(VERSIONS.get(type))) {
            throw HelixError.badRequest("no such type and version: " + type);
        }
        if (!body.path("transport").path("method").asText().equals("websocket")) {
            throw HelixError.badRequest("this sandbox has the transport websocket only");
        }
        if (eventSub.session(session).isEmpty()) {
            throw HelixError.badRequest("websocket transport session does not exist or has already disconnected");
        }
        List<Subscription> mine = eventSub.subscriptions().stream()
                .filter(each -> each.session.equals(session))
                .toList();
        boolean again =
                mine.stream().anyMatch(each -> each.type.equals(type) && each.condition.equals(body.path("condition")));
        if (again) {
            throw new HelixError(409, "Conflict", "subscription already exists");
        }
        long connections = eventSub.subscriptions().stream()
                .map(each -> each.session)
                .distinct()
                .count();
        if (mine.isEmpty() && connections >= EventSub.MOST_CONNECTIONS) {
            throw new HelixError(429, "Too Many Requests", "number of websocket transports limit exceeded");
        }
        if (mine.size() >= EventSub.MOST_SUBSCRIPTIONS) {
            throw new HelixError(
                    429, "Too Many Requests", "number of websocket transport subscriptions limit exceeded");
        }
        Subscription fresh = new Subscription(
                UUID.randomUUID().toString(),
                type,
                body.path("version").asText(),
                body.path("condition"),
                Json.time(eventSub.clock().now()),
                session);
        eventSub.add(fresh);
        ask.ctx().status(202);
        ArrayNode data = Json.array();
        data.add(fresh.json("enabled"));
        return answer(data);
    }

    @Nullable
    JsonNode delete(Ask ask) {
        if (!eventSub.remove(ask.param("id"))) {
            throw HelixError.notFound("subscription not found");
        }
        return null;
    }

    private ObjectNode answer(ArrayNode data) {
        ObjectNode json = Json.object();
        json.set("data", data);
        return json.put("total", eventSub.subscriptions().size())
                .put("total_cost", 0)
                .put("max_total_cost", 10);
    }
}
