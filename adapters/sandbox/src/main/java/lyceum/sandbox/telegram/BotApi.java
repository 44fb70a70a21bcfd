package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** The Bot API: which method a word means, and what it answers. */
final class BotApi implements AutoCloseable {
    static final String GET_UPDATES = "getUpdates";
    private static final Set<String> RATED = Set.of(
            "sendMessage",
            "sendPhoto",
            "sendDocument",
            "sendVoice",
            "sendMediaGroup",
            "sendPoll",
            "sendInvoice",
            "copyMessage",
            "forwardMessage");

    private final Telegram telegram;
    private final Rates rates;
    private final Updates updates;
    private final Map<String, Named> methods = new HashMap<>();

    /** A method under its proper name. */
    record Named(String name, Method method) {}

    BotApi(Telegram telegram, Rates rates) {
        this.telegram = telegram;
        this.rates = rates;
        this.updates = new Updates(this::replied);
        Stream.of(
                        Chats.methods(),
                        Sending.methods(),
                        Editing.methods(),
                        Members.methods(),
                        Forums.methods(),
                        Menus.methods(),
                        Invoices.methods(),
                        Answers.methods())
                .flatMap(group -> group.entrySet().stream())
                .forEach(entry -> put(entry.getKey(), entry.getValue()));
        put("setWebhook", updates::set);
        put("deleteWebhook", updates::delete);
        put("getWebhookInfo", updates::info);
        put("logOut", ask -> BooleanNode.TRUE);
        put("close", ask -> BooleanNode.TRUE);
        put(GET_UPDATES, ask -> Json.array());
    }

    private void put(String name, Method method) {
        methods.put(name.toLowerCase(Locale.ROOT), new Named(name, method));
    }

    Telegram telegram() {
        return telegram;
    }

    Rates rates() {
        return rates;
    }

    Updates updates() {
        return updates;
    }

    /** The method of that word in any case, or null. */
    @Nullable
    Named method(String word) {
        return methods.get(word.toLowerCase(Locale.ROOT));
    }

    /** The bot of a token, or null. */
    @Nullable
    Bot bot(String token) {
        return telegram.bots().values().stream()
                .filter(bot -> bot.token().equals(token))
                .findFirst()
                .orElse(null);
    }

    /** Performs a method that does not wait and answers its {@code result}. */
    JsonNode result(Named method, Ask ask) {
        if (RATED.contains(method.name())) {
            int messages = method.name().equals("sendMediaGroup")
                    ? Math.max(
                            1,
                            ask.args()
                                    .json("media", "can't parse media JSON object")
                                    .size())
                    : 1;
            rates.sending(ask.bot(), chat(ask), messages);
        }
        return telegram.locked(() -> method.method().answer(ask));
    }

    /** The chat that a request names, by its id also where it gives a public name. */
    String chat(Ask ask) {
        String id = ask.args().text("chat_id").strip();
        return telegram.rooms().values().stream()
                .filter(room -> room.open() && id.equalsIgnoreCase("@" + room.face.username()))
                .findFirst()
                .map(room -> String.valueOf(room.face.id()))
                .orElse(id);
    }

    /** A method call that stood in a webhook's answer; its own answer reaches nobody. */
    private void replied(Bot bot, JsonNode call) {
        Named method = method(call.path("method").asText());
        Map<String, JsonNode> values = new HashMap<>();
        call.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        if (method != null) {
            try {
                result(method, new Ask(telegram, bot, new Args(values, Map.of())));
            } catch (ApiError refused) {
                org.slf4j.LoggerFactory.getLogger(BotApi.class)
                        .debug("a webhook's answer was refused: {}", refused.getMessage());
            }
        }
    }

    static ObjectNode ok(JsonNode result) {
        ObjectNode json = Json.object().put("ok", true);
        json.set("result", result);
        return json;
    }

    @Override
    public void close() {
        updates.close();
    }
}
