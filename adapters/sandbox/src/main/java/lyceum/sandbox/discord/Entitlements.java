package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import lyceum.sandbox.world.Json;

/** What people bought from the hub's application. */
final class Entitlements {
    private static final int PAGE = 100;

    private final DiscordSide side;
    private final Map<Long, ObjectNode> byId = new ConcurrentSkipListMap<>();

    Entitlements(DiscordSide side) {
        this.side = side;
    }

    /** A person buys a SKU; to buy what one has changes nothing. */
    void buy(Member person, String sku) {
        if (held(person, sku).isEmpty()) {
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
        }
    }

    /** What a person bought ends now, as a subscription that is not prolonged; it stands in the list with its end. */
    void end(Member person, String sku) {
        held(person, sku)
                .ifPresent(known -> put(
                        known.deepCopy().put("ends_at", Json.time(side.clock().now())), "ENTITLEMENT_UPDATE"));
    }

    /** Discord gives the money back. */
    void refund(Member person, String sku) {
        held(person, sku).ifPresent(known -> put(known.deepCopy().put("deleted", true), "ENTITLEMENT_DELETE"));
    }

    private Optional<ObjectNode> held(Member person, String sku) {
        return byId.values().stream()
                .filter(one -> one.path("user_id").asLong() == person.id()
                        && one.path("sku_id").asText().equals(sku)
                        && !one.path("deleted").asBoolean()
                        && !ended(one))
                .findFirst();
    }

    private boolean ended(ObjectNode one) {
        return one.hasNonNull("ends_at")
                && !Instant.parse(one.path("ends_at").asText())
                        .isAfter(side.clock().now());
    }

    private void put(ObjectNode entitlement, String event) {
        byId.put(entitlement.path("id").asLong(), entitlement);
        side.keeping().thing("entitlement", entitlement.path("id").asText(), entitlement);
        side.gateway().tellBot(Bot.HUB.id(), event, entitlement);
    }

    /** Oldest first, from {@code after} on or up to {@code before}, at most a hundred. */
    ArrayNode list(Ask ask) {
        int limit = ask.limit(PAGE, PAGE);
        ArrayNode list = Json.array();
        if (ask.id("application") != Bot.HUB.id()) {
            return list;
        }
        long after = ask.queryId("after").orElse(0L);
        List<ObjectNode> fit = byId.entrySet().stream()
                .filter(entry -> entry.getKey() > after)
                .filter(entry -> entry.getKey() < ask.queryId("before").orElse(Long.MAX_VALUE))
                .map(Map.Entry::getValue)
                .filter(one -> wanted(one, ask))
                .toList();
        boolean newest = ask.query("before").isPresent() || ask.query("after").isEmpty();
        fit.stream()
                .skip(newest ? Math.max(0, fit.size() - limit) : 0)
                .limit(limit)
                .forEach(list::add);
        return list;
    }

    private boolean wanted(ObjectNode one, Ask ask) {
        String user = ask.query("user_id").orElse("");
        Set<String> skus =
                ask.query("sku_ids").map(ids -> Set.of(ids.split(","))).orElse(Set.of());
        boolean active = ask.flag("only_active");
        return (user.isEmpty() || one.path("user_id").asText().equals(user))
                && (skus.isEmpty() || skus.contains(one.path("sku_id").asText()))
                && !((active || ask.flag("exclude_ended")) && ended(one))
                && !((active || ask.flag("exclude_deleted"))
                        && one.path("deleted").asBoolean());
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
