package lyceum.program.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lyceum.config.Secret;
import lyceum.program.online.Api.Reply;
import lyceum.program.settings.Telegram;

/** Telegram as a bot's token sees it over the Bot API. */
public final class TelegramDoor implements AutoCloseable {
    private static final URI OFFICIAL = URI.create("https://api.telegram.org");

    private final Api api;

    /** @param base in place of Telegram's own address */
    public TelegramDoor(Secret token, Optional<URI> base) {
        String address = base.orElse(OFFICIAL).toString().replaceAll("/+$", "");
        api = new Api(URI.create(address + "/bot" + token.reveal()), Map.of());
    }

    static TelegramDoor of(Telegram settings) {
        return new TelegramDoor(settings.token(), settings.api());
    }

    /** True for a text that has a token's form; any other could not even be asked about. */
    public static boolean looksLikeToken(String text) {
        return text.matches("[0-9]+:[A-Za-z0-9_-]+");
    }

    /**
     * The bot.
     *
     * @param hearsAll whether privacy mode is off
     * @param webhook whether updates are sent to a web address, so that nobody can fetch them
     */
    public record Self(String id, String username, boolean hearsAll, boolean webhook) {}

    /** What the bot is in a chat. */
    record Rights(boolean administrator, boolean deletes) {}

    /** Empty if the token is wrong. */
    public Optional<Self> self() throws IOException {
        Reply me = api.get("/getMe");
        if (me.status() == 401 || me.status() == 404) {
            return Optional.empty();
        }
        JsonNode user = result(me);
        boolean webhook =
                !result(api.get("/getWebhookInfo")).path("url").asText().isEmpty();
        return Optional.of(new Self(
                user.path("id").asText(),
                user.path("username").asText(),
                user.path("can_read_all_group_messages").asBoolean(),
                webhook));
    }

    /** What the bot is in a chat; empty if it is not there. */
    Optional<Rights> rights(String chat, String bot) throws IOException {
        Reply reply = api.get("/getChatMember?chat_id=" + chat + "&user_id=" + bot);
        if (reply.status() == 400 || reply.status() == 403) {
            return Optional.empty();
        }
        JsonNode member = result(reply);
        return switch (member.path("status").asText()) {
            case "left", "kicked" -> Optional.empty();
            case "administrator", "creator" ->
                Optional.of(new Rights(true, member.path("can_delete_messages").asBoolean()));
            default -> Optional.of(new Rights(false, false));
        };
    }

    /** The groups and channels of updates that nobody fetched yet, by id; looking leaves them where they are. */
    public Map<String, String> chats() throws IOException {
        Map<String, String> chats = new LinkedHashMap<>();
        for (JsonNode update : result(api.get("/getUpdates?timeout=0"))) {
            for (JsonNode part : update) {
                JsonNode chat = part.path("chat");
                if (chat.path("id").asLong() < 0) {
                    chats.put(chat.path("id").asText(), chat.path("title").asText());
                }
            }
        }
        return chats;
    }

    private static JsonNode result(Reply reply) throws IOException {
        if (!reply.ok()) {
            throw new IOException("Telegram answered " + reply.status());
        }
        return reply.body().path("result");
    }

    @Override
    public void close() {
        api.close();
    }
}
