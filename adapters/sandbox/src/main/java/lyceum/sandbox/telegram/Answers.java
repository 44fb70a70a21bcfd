package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import lyceum.sandbox.world.Json;

/** The methods that answer a pressed key or an inline query. */
final class Answers {
    static final String KEY = "key";
    static final String INLINE = "inline";
    private static final long KEY_LIVES = 15 * 60;
    private static final long INLINE_LIVES = 30;
    private static final int LONGEST_ANSWER = 200;
    private static final int MOST_RESULTS = 50;

    private Answers() {}

    static Map<String, Method> methods() {
        return Map.of("answerCallbackQuery", Answers::key, "answerInlineQuery", Answers::inline);
    }

    private static JsonNode key(Ask ask) {
        String text = ask.args().text("text");
        if (text.length() > LONGEST_ANSWER) {
            throw ApiError.bad("MESSAGE_TOO_LONG");
        }
        ObjectNode answer = Json.object()
                .put("text", text)
                .put("show_alert", ask.args().flag("show_alert"))
                .put("url", ask.args().text("url"));
        return answered(ask, ask.args().text("callback_query_id"), KEY, answer);
    }

    private static JsonNode inline(Ask ask) {
        List<JsonNode> results = ask.list("results", "can't parse results JSON object");
        if (results.size() > MOST_RESULTS) {
            throw ApiError.bad("RESULTS_TOO_MUCH");
        }
        java.util.Set<String> ids = new java.util.HashSet<>();
        for (JsonNode result : results) {
            String id = result.path("id").asText();
            if (id.isEmpty() || id.length() > 64 || !ids.add(id)) {
                throw ApiError.bad(id.isEmpty() || id.length() > 64 ? "RESULT_ID_INVALID" : "RESULT_ID_DUPLICATE");
            }
            if (result.path("type").asText().equals("article")
                    && (result.path("title").asText().isEmpty()
                            || result.path("input_message_content").isMissingNode())) {
                throw ApiError.bad(
                        "can't parse inline query result: Can't find field \"title\" or \"input_message_content\"");
            }
        }
        ObjectNode answer = Json.object();
        answer.putArray("results").addAll(results);
        return answered(ask, ask.args().text("inline_query_id"), INLINE, answer);
    }

    private static JsonNode answered(Ask ask, String id, String kind, ObjectNode answer) {
        Bot.Asked asked = ask.bot().asked().get(id);
        long lives = kind.equals(KEY) ? KEY_LIVES : INLINE_LIVES;
        if (asked == null
                || !asked.kind().equals(kind)
                || asked.answer() != null
                || ask.telegram().now() - asked.since() > lives) {
            throw ApiError.bad("query is too old and response timeout expired or query ID is invalid");
        }
        ask.bot().asked().put(id, asked.answered(answer));
        ask.telegram().wake();
        return BooleanNode.TRUE;
    }
}
