package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** The webhooks there are, by id. */
final class Webhooks {
    private static final int MOST_IN_A_CHANNEL = 15;

    private final DiscordSide side;
    private final Map<Long, ObjectNode> byId = new ConcurrentSkipListMap<>();

    Webhooks(DiscordSide side) {
        this.side = side;
    }

    ObjectNode create(Channel channel, Bot owner, JsonNode body) {
        String name = checkedName(body.path("name"), "name");
        if (in(channel.id()).size() >= MOST_IN_A_CHANNEL) {
            throw DiscordError.of(400, 30007, "Maximum number of webhooks reached (15)");
        }
        byte[] token = new byte[48];
        ThreadLocalRandom.current().nextBytes(token);
        ObjectNode webhook = Guild.withGuild(Json.object())
                .put("id", Long.toString(side.snowflakes().next()))
                .put("type", 1)
                .put("channel_id", Long.toString(channel.id()))
                .put("application_id", Long.toString(owner.id()))
                .put("name", name)
                .put("token", Base64.getUrlEncoder().withoutPadding().encodeToString(token));
        webhook.putNull("avatar");
        webhook.set("user", owner.user());
        webhook.put(
                "url",
                "https://discord.com/api/webhooks/" + webhook.path("id").asText() + "/"
                        + webhook.path("token").asText());
        put(webhook);
        return webhook;
    }

    /** Discord's rules for a webhook's name: 1 to 80 characters, without "clyde" and "discord". */
    static String checkedName(JsonNode name, String field) {
        String text = Draft.wellFormed(name.asText("").strip());
        if (text.isEmpty() || text.length() > 80) {
            throw DiscordError.invalid(field, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 80 in length.");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (String banned : new String[] {"clyde", "discord"}) {
            if (lower.contains(banned)) {
                throw DiscordError.invalid(
                        field, "USERNAME_INVALID_CONTAINS", "Username cannot contain \"" + banned + "\"");
            }
        }
        return text;
    }

    private void put(ObjectNode webhook) {
        byId.put(webhook.path("id").asLong(), webhook);
        side.keeping().thing("webhook", webhook.path("id").asText(), webhook);
        tell(webhook);
    }

    ObjectNode change(ObjectNode webhook, JsonNode body) {
        ObjectNode changed = webhook.deepCopy();
        if (body.has("name")) {
            changed.put("name", checkedName(body.path("name"), "name"));
        }
        if (body.has("channel_id")) {
            changed.put("channel_id", body.path("channel_id").asText());
        }
        put(changed);
        return changed;
    }

    void delete(ObjectNode webhook) {
        byId.remove(webhook.path("id").asLong());
        side.keeping().thing("webhook", webhook.path("id").asText(), null);
        tell(webhook);
    }

    private void tell(ObjectNode webhook) {
        ObjectNode body = Guild.withGuild(Json.object())
                .put("channel_id", webhook.path("channel_id").asText());
        side.gateway().tell("WEBHOOKS_UPDATE", Intents.GUILD_WEBHOOKS, body);
    }

    Optional<ObjectNode> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<ObjectNode> all() {
        return byId.values();
    }

    Collection<ObjectNode> in(long channel) {
        String id = Long.toString(channel);
        return byId.values().stream()
                .filter(webhook -> webhook.path("channel_id").asText().equals(id))
                .toList();
    }

    /** A list of webhooks; only the application that made one is given its token. */
    static ArrayNode list(Collection<ObjectNode> webhooks, Bot viewer) {
        ArrayNode list = Json.array();
        webhooks.forEach(webhook -> list.add(shown(webhook, viewer)));
        return list;
    }

    static ObjectNode shown(ObjectNode webhook, @Nullable Bot viewer) {
        ObjectNode shown = webhook.deepCopy();
        if (viewer == null) {
            shown.remove("user");
        } else if (shown.path("application_id").asLong() != viewer.id()) {
            shown.remove("token");
            shown.remove("url");
        }
        return shown;
    }

    /** Who speaks when a webhook is executed with these names. */
    static Author speaker(ObjectNode webhook, JsonNode body) {
        long id = webhook.path("id").asLong();
        String name = body.path("username").asText("");
        ObjectNode user =
                Json.object().put("id", Long.toString(id)).put("bot", true).put("discriminator", "0000");
        user.put(
                "username",
                name.isEmpty() ? webhook.path("name").asText() : checkedName(body.path("username"), "username"));
        user.putNull("global_name").putNull("primary_guild");
        user.put("public_flags", 0).put("flags", 0);
        String picture = body.path("avatar_url").asText("");
        user.put("avatar", picture.isEmpty() ? null : Integer.toHexString(picture.hashCode()));
        return new Author(id, user, id, webhook.path("application_id").asLong());
    }

    void restore(String id, JsonNode json) {
        if (json instanceof ObjectNode webhook) {
            byId.put(Long.valueOf(id), webhook);
        } else {
            byId.remove(Long.valueOf(id));
        }
    }
}
