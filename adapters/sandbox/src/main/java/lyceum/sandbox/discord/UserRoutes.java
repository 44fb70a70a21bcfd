package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import lyceum.sandbox.world.Json;

/** The REST routes of the bot itself, of users, of the gateway's address and of direct conversations. */
final class UserRoutes {
    private final DiscordSide side;

    UserRoutes(DiscordSide side) {
        this.side = side;
    }

    void hang(Rest rest) {
        rest.withToken(
                HandlerType.GET, "/gateway", ask -> Rest.Answer.of(Json.object().put("url", side.gatewayUrl())));
        rest.get("/gateway/bot", ask -> {
            ObjectNode gateway = Json.object().put("url", side.gatewayUrl()).put("shards", 1);
            gateway.putObject("session_start_limit")
                    .put("total", 1_000)
                    .put("remaining", 999)
                    .put("reset_after", 14_400_000)
                    .put("max_concurrency", 1);
            return Rest.Answer.of(gateway);
        });
        rest.get("/users/@me", ask -> Rest.Answer.of(ask.bot().self()));
        rest.patch("/users/@me", ask -> Rest.Answer.of(ask.bot().self()));
        rest.get("/users/@me/guilds", ask -> Rest.Answer.of(guilds(ask.bot())));
        rest.post("/users/@me/channels", this::openDirect);
        rest.get("/users/{user}", ask -> Rest.Answer.of(side.user(ask.id("user"))));
        rest.get("/applications/@me", ask -> Rest.Answer.of(ask.bot().application()));
        rest.patch("/applications/@me", ask -> Rest.Answer.of(ask.bot().application()));
        rest.get("/oauth2/applications/@me", ask -> Rest.Answer.of(ask.bot().application()));
        rest.get(
                "/applications/{application}/entitlements",
                ask -> Rest.Answer.of(side.entitlements().list(ask)));
        rest.get("/applications/{application}/skus", ask -> Rest.Answer.of(Json.array()));
        rest.get("/applications/{application}/emojis", ask -> {
            ObjectNode emojis = Json.object();
            emojis.putArray("items");
            return Rest.Answer.of(emojis);
        });
    }

    private ArrayNode guilds(Bot bot) {
        ArrayNode guilds = Json.array();
        ObjectNode guild = guilds.addObject()
                .put("id", Long.toString(Snowflakes.GUILD))
                .put("name", FirstDay.NAME)
                .put("owner", false)
                .put("permissions", Long.toString(side.permissions().inGuild(bot.id())));
        guild.putNull("icon").putNull("banner");
        guild.putArray("features");
        return guilds;
    }

    private Rest.Answer openDirect(Ask ask) {
        long person = ask.body().path("recipient_id").asLong();
        side.user(person);
        if (Bot.withId(person).isPresent()) {
            throw DiscordError.of(400, 50007, "Cannot send messages to this user");
        }
        return Rest.Answer.of(side.direct(ask.bot(), person).shown());
    }
}
