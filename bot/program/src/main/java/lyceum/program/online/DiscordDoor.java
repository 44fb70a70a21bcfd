package lyceum.program.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import lyceum.config.Secret;
import lyceum.program.online.Api.Reply;
import lyceum.program.settings.Discord;

/** Discord as a bot's token sees it over REST. */
public final class DiscordDoor implements AutoCloseable {
    private static final URI OFFICIAL = URI.create("https://discord.com/api/v10");
    private static final int GUILD_MEMBERS = 1 << 14;
    private static final int GUILD_MEMBERS_LIMITED = 1 << 15;
    private static final int MESSAGE_CONTENT = 1 << 18;
    private static final int MESSAGE_CONTENT_LIMITED = 1 << 19;

    private final Api api;

    /** @param base in place of Discord's own address */
    public DiscordDoor(Secret token, Optional<URI> base) {
        api = new Api(
                base.orElse(OFFICIAL),
                Map.of("Authorization", "Bot " + token.reveal(), "User-Agent", "DiscordBot (lyceum, 0.1)"));
    }

    static DiscordDoor of(Discord settings) {
        return new DiscordDoor(settings.token(), settings.api());
    }

    /**
     * The bot's application.
     *
     * @param id also the bot user's
     * @param readsText whether the intent for message content is switched on
     * @param seesMembers whether the intent for members is switched on
     */
    public record Application(String id, String name, boolean readsText, boolean seesMembers) {}

    /** A server or a channel. */
    public record Named(String id, String name) {}

    /** True for a text that has a token's form; any other could not even be asked about. */
    public static boolean looksLikeToken(String text) {
        return text.matches("[A-Za-z0-9._-]+");
    }

    /** Empty if the token is wrong. */
    public Optional<Application> application() throws IOException {
        Reply reply = api.get("/applications/@me");
        if (!reply.ok()) {
            return refused(reply, 401);
        }
        long flags = reply.body().path("flags").asLong();
        return Optional.of(new Application(
                reply.body().path("id").asText(),
                reply.body().path("name").asText(),
                (flags & (MESSAGE_CONTENT | MESSAGE_CONTENT_LIMITED)) != 0,
                (flags & (GUILD_MEMBERS | GUILD_MEMBERS_LIMITED)) != 0));
    }

    /** The servers that the bot is in. */
    public List<Named> guilds() throws IOException {
        return named(api.get("/users/@me/guilds"), -1);
    }

    /** The text channels of a server that the bot sees. */
    public List<Named> channels(String guild) throws IOException {
        return named(api.get("/guilds/" + guild + "/channels"), 0);
    }

    /** What the bot may do in the whole server; empty if it is not in it. */
    OptionalLong granted(String guild, String bot) throws IOException {
        Reply server = api.get("/guilds/" + guild);
        Reply member = api.get("/guilds/" + guild + "/members/" + bot);
        if (!server.ok() || !member.ok()) {
            refused(server.ok() ? member : server, 403, 404);
            return OptionalLong.empty();
        }
        long granted = 0;
        List<String> roles = roles(member.body());
        for (JsonNode role : server.body().path("roles")) {
            String id = role.path("id").asText();
            if (id.equals(guild) || roles.contains(id)) {
                granted |= role.path("permissions").asLong();
            }
        }
        return OptionalLong.of(server.body().path("owner_id").asText().equals(bot) ? -1 : granted);
    }

    /** What the bot may do in a channel of the server; empty if there is none that it sees. */
    OptionalLong granted(String guild, String bot, String channel) throws IOException {
        Reply found = api.get("/channels/" + channel);
        OptionalLong base = granted(guild, bot);
        if (!found.ok()
                || base.isEmpty()
                || !found.body().path("guild_id").asText().equals(guild)) {
            return found.ok() ? OptionalLong.empty() : missing(found);
        }
        if (Permission.isAdministrator(base.getAsLong())) {
            return base;
        }
        List<String> roles =
                roles(api.get("/guilds/" + guild + "/members/" + bot).body());
        JsonNode overwrites = found.body().path("permission_overwrites");
        long granted = overwrite(base.getAsLong(), overwrites, List.of(guild));
        granted = overwrite(granted, overwrites, roles);
        return OptionalLong.of(overwrite(granted, overwrites, List.of(bot)));
    }

    /** Denials of one step before its grants, as Discord's documentation computes them. */
    private static long overwrite(long granted, JsonNode overwrites, List<String> ids) {
        long deny = 0;
        long allow = 0;
        for (JsonNode overwrite : overwrites) {
            if (ids.contains(overwrite.path("id").asText())) {
                deny |= overwrite.path("deny").asLong();
                allow |= overwrite.path("allow").asLong();
            }
        }
        return (granted & ~deny) | allow;
    }

    private static List<String> roles(JsonNode member) {
        List<String> roles = new ArrayList<>();
        member.path("roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    private static List<Named> named(Reply reply, int type) throws IOException {
        List<Named> all = new ArrayList<>();
        if (!reply.ok()) {
            refused(reply, 401, 403, 404);
            return all;
        }
        for (JsonNode one : reply.body()) {
            if (type < 0 || one.path("type").asInt() == type) {
                all.add(new Named(one.path("id").asText(), one.path("name").asText()));
            }
        }
        return all;
    }

    private static OptionalLong missing(Reply reply) throws IOException {
        refused(reply, 403, 404);
        return OptionalLong.empty();
    }

    /** Empty for a refusal that means something; any other answer is as good as none. */
    private static <T> Optional<T> refused(Reply reply, int... expected) throws IOException {
        for (int status : expected) {
            if (reply.status() == status) {
                return Optional.empty();
            }
        }
        throw new IOException("Discord answered " + reply.status());
    }

    @Override
    public void close() {
        api.close();
    }
}
