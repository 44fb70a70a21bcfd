package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** The interactions of the last quarter of an hour: it sends them to their bot and finds them again by token. */
final class Interactions {
    private final DiscordSide side;
    private final Map<String, Interaction> byToken = new ConcurrentHashMap<>();
    private final Queue<Interaction> oldestFirst = new ConcurrentLinkedQueue<>();

    Interactions(DiscordSide side) {
        this.side = side;
    }

    /**
     * What is asked.
     *
     * @param data the interaction's data object
     * @param message the message whose component was used, or null
     */
    record Asked(
            Bot bot,
            Member person,
            Channel channel,
            int type,
            JsonNode data,
            @Nullable Post message) {}

    /** Sends an interaction to its bot. */
    Interaction begin(Asked asked) {
        long now = side.clock().millis();
        forgetOld(now);
        long id = side.snowflakes().next();
        String token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("interaction:" + id + ":" + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII));
        long message = asked.message() == null ? 0 : asked.message().id();
        Interaction interaction = new Interaction(
                new Interaction.Source(
                        id,
                        token,
                        asked.bot(),
                        asked.person(),
                        asked.channel(),
                        asked.data().path("name").asText(),
                        message,
                        now),
                asked.type());
        byToken.put(token, interaction);
        oldestFirst.add(interaction);
        side.gateway().tellBot(asked.bot().id(), "INTERACTION_CREATE", body(interaction, asked));
        return interaction;
    }

    private void forgetOld(long now) {
        for (Interaction old = oldestFirst.peek(); old != null && old.expired(now); old = oldestFirst.peek()) {
            byToken.remove(old.token());
            oldestFirst.remove(old);
        }
    }

    private ObjectNode body(Interaction interaction, Asked asked) {
        Channel channel = asked.channel();
        ObjectNode body =
                Json.object().put("id", Long.toString(interaction.id())).put("type", asked.type());
        body.put("application_id", Long.toString(asked.bot().id())).put("token", interaction.token());
        body.put("version", 1).put("locale", locale(asked.person())).put("guild_locale", "en-US");
        body.put("channel_id", Long.toString(channel.id())).put("attachment_size_limit", 10_485_760);
        String rights = Long.toString(side.permissions().in(asked.person().id(), channel));
        body.set("channel", channel.shown().put("permissions", rights));
        body.put(
                "app_permissions",
                Long.toString(side.permissions().in(asked.bot().id(), channel)));
        body.putArray("entitlements");
        body.putObject("authorizing_integration_owners").put("0", Long.toString(Snowflakes.GUILD));
        if (channel.isDirect()) {
            body.put("context", 1).set("user", asked.person().user());
        } else {
            Guild.withGuild(body).put("context", 0);
            body.putObject("guild")
                    .put("id", Long.toString(Snowflakes.GUILD))
                    .put("locale", "en-US")
                    .putArray("features");
            body.set("member", asked.person().json().put("permissions", rights));
        }
        body.set("data", asked.data());
        if (asked.message() != null) {
            body.set("message", asked.message().seenBy(asked.bot().id()));
        }
        return body;
    }

    private static String locale(Member person) {
        return person.name().codePoints().anyMatch(Character::isIdeographic) ? "zh-CN" : "en-US";
    }

    /** The interaction of a token, of that bot, while the token is good. */
    Optional<Interaction> find(String token, long bot) {
        return Optional.ofNullable(byToken.get(token))
                .filter(found ->
                        found.bot().id() == bot && !found.expired(side.clock().millis()));
    }

    Optional<Interaction> find(String token) {
        return Optional.ofNullable(byToken.get(token))
                .filter(found -> !found.expired(side.clock().millis()));
    }
}
