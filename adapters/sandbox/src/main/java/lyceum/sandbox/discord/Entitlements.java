package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import lyceum.sandbox.world.Json;

/** What people bought from the hub's application. */
final class Entitlements {
    private final DiscordSide side;
    private final Map<Long, ObjectNode> byId = new ConcurrentSkipListMap<>();

    Entitlements(DiscordSide side) {
        this.side = side;
    }

    /** Begins or ends a person's entitlement to a SKU; to begin what has begun changes nothing. */
    void set(Member person, String sku, boolean on) {
        ObjectNode known = byId.values().stream()
                .filter(one -> one.path("user_id").asLong() == person.id()
                        && one.path("sku_id").asText().equals(sku))
                .findFirst()
                .orElse(null);
        if (on && known == null) {
            ObjectNode fresh = Guild.withGuild(Json.object())
                    .put("id", Long.toString(side.snowflakes().next()))
                    .put("sku_id", sku)
                    .put("application_id", Long.toString(Bot.HUB.id()))
                    .put("user_id", Long.toString(person.id()))
                    .put("type", 8)
                    .put("deleted", false)
                    .put("consumed", false)
                    .put("starts_at", Json.time(side.clock().now()));
            fresh.putNull("ends_at");
            put(fresh, "ENTITLEMENT_CREATE");
        } else if (!on && known != null) {
            byId.remove(known.path("id").asLong());
            side.keeping().thing("entitlement", known.path("id").asText(), null);
            side.gateway().tellBot(Bot.HUB.id(), "ENTITLEMENT_DELETE", known);
        }
    }

    private void put(ObjectNode entitlement, String event) {
        byId.put(entitlement.path("id").asLong(), entitlement);
        side.keeping().thing("entitlement", entitlement.path("id").asText(), entitlement);
        side.gateway().tellBot(Bot.HUB.id(), event, entitlement);
    }

    ArrayNode list(Ask ask) {
        ArrayNode list = Json.array();
        if (ask.id("application") == Bot.HUB.id()) {
            String user = ask.query("user_id").orElse("");
            byId.values().stream()
                    .filter(one ->
                            user.isEmpty() || one.path("user_id").asText().equals(user))
                    .forEach(list::add);
        }
        return list;
    }

    Iterable<ObjectNode> all() {
        return byId.values();
    }

    void restore(String id, JsonNode json) {
        if (json instanceof ObjectNode entitlement) {
            byId.put(Long.valueOf(id), entitlement);
        } else {
            byId.remove(Long.valueOf(id));
        }
    }
}
