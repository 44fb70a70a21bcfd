package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.People;

/**
 * An application with its bot user; both have the same id.
 *
 * @param token what stands in {@code Authorization: Bot TOKEN}; its first part is the id in Base64
 */
public record Bot(long id, String username, String token) {
    public static final Bot HUB = bot(Snowflakes.HUB, "Lyceum", "hub");
    public static final Bot GUEST = bot(Snowflakes.GUEST, "Guest", "guest");
    static final List<Bot> ALL = List.of(HUB, GUEST);
    /** Verified for presence, members and message content: the portal's switches are on. */
    private static final int INTENT_FLAGS = 1 << 13 | 1 << 15 | 1 << 19;

    private static Bot bot(long id, String username, String end) {
        byte[] digits = Long.toString(id).getBytes(StandardCharsets.US_ASCII);
        return new Bot(id, username, Base64.getEncoder().withoutPadding().encodeToString(digits) + ".sandbox." + end);
    }

    static Optional<Bot> withToken(String token) {
        return ALL.stream().filter(bot -> bot.token().equals(token)).findFirst();
    }

    static Optional<Bot> withId(long id) {
        return ALL.stream().filter(bot -> bot.id() == id).findFirst();
    }

    ObjectNode user() {
        return Users.json(id, username, username, true);
    }

    ObjectNode self() {
        ObjectNode user = user();
        user.put("verified", true).put("mfa_enabled", true).put("flags", 0).put("locale", "en-US");
        user.putNull("email");
        return user;
    }

    ObjectNode application() {
        ObjectNode app = Json.object();
        app.put("id", Long.toString(id))
                .put("name", username)
                .put("description", "")
                .put("flags", INTENT_FLAGS);
        app.putNull("icon").putNull("team").putNull("bot_require_code");
        app.put("bot_public", true).put("bot_require_code_grant", false).put("verify_key", "0".repeat(64));
        app.put("summary", "").put("hook", true).put("approximate_guild_count", 1);
        app.putNull("type").putNull("interactions_endpoint_url").putNull("role_connections_verification_url");
        app.put("flags_new", Integer.toString(INTENT_FLAGS)).put("approximate_user_install_count", 0);
        app.put("approximate_user_authorization_count", 0).put("explicit_content_filter", 0);
        app.putArray("eligible_oauth2_scopes").add("bot").add("applications.commands");
        app.putArray("tags");
        app.putArray("redirect_uris");
        app.set("bot", user());
        app.set("owner", Users.json(Snowflakes.of(People.ADA), "ada", "ada", false));
        return app;
    }
}
