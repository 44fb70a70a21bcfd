package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lyceum.sandbox.telegram.text.Formatted;
import lyceum.sandbox.world.Json;

/** Native polls: sent, voted in, closed. */
final class Polls {
    private static final int LONGEST_PERIOD = 2_628_000;

    private Polls() {}

    static JsonNode send(Ask ask) {
        Args args = ask.args();
        String question = bounded("poll question", args.text("question"), 300);
        List<JsonNode> options = ask.list("options", "can't parse options JSON object");
        if (options.isEmpty() || options.size() > 12) {
            throw ApiError.bad("poll must have at least 1 answer option and can't have more than 12 options");
        }
        long period = args.number("open_period", 0);
        if (period < 0 || period > LONGEST_PERIOD) {
            throw ApiError.bad("poll open period is invalid");
        }
        ObjectNode poll =
                Json.object().put("id", String.valueOf(ask.telegram().serial())).put("question", question);
        ArrayNode shown = poll.putArray("options");
        for (JsonNode option : options) {
            String text = bounded(
                    "poll option",
                    option.isTextual() ? option.asText() : option.path("text").asText(),
                    100);
            shown.addObject()
                    .put("persistent_id", String.valueOf(shown.size()))
                    .put("text", text)
                    .put("voter_count", 0);
        }
        poll.put("total_voter_count", 0)
                .put("is_closed", args.flag("is_closed"))
                .put("is_anonymous", !args.has("is_anonymous") || args.flag("is_anonymous"))
                .put("type", args.text("type").equals("quiz") ? "quiz" : "regular")
                .put("allows_multiple_answers", args.flag("allows_multiple_answers"))
                .put("allows_revoting", !args.text("type").equals("quiz"))
                .put("members_only", false);
        if (period > 0) {
            poll.put("open_period", period).put("close_date", ask.telegram().now() + period);
        }
        ObjectNode fields = Json.object();
        fields.set("poll", poll);
        return new Envelope(ask).send(ask.room(), Formatted.EMPTY, fields);
    }

    private static String bounded(String what, String text, int most) {
        if (text.isBlank()) {
            throw ApiError.bad(what + (what.endsWith("option") ? "s must be non-empty" : " must be non-empty"));
        }
        if (text.length() > most) {
            throw ApiError.bad(what + " length must not exceed " + most);
        }
        return text.strip();
    }

    static JsonNode stop(Ask ask) {
        Room room = ask.room();
        Post post = ask.message(room, "message with poll to stop");
        if (!(post.fields().get("poll") instanceof ObjectNode shown)
                || post.from() != ask.bot().id()) {
            throw ApiError.bad("poll can't be stopped");
        }
        ObjectNode poll = shown.deepCopy();
        if (poll.path("is_closed").asBoolean()) {
            throw ApiError.bad("poll has already been closed");
        }
        poll.put("is_closed", true);
        post.fields().set("poll", poll);
        post.rekey(Keyboards.inline(ask.args()));
        ask.telegram().changed(room, post, false);
        return poll;
    }

    /** A person's vote for one option of a bot's poll; answers whether the label is an option of an open one. */
    static boolean vote(Telegram telegram, Room room, Post post, Account person, String label) {
        if (!(post.fields().get("poll") instanceof ObjectNode shown)
                || shown.path("is_closed").asBoolean()) {
            return false;
        }
        ObjectNode poll = shown.deepCopy();
        for (int i = 0; i < poll.path("options").size(); i++) {
            if (poll.path("options").get(i) instanceof ObjectNode option
                    && option.path("text").asText().equals(label)) {
                option.put("voter_count", option.path("voter_count").asInt() + 1);
                poll.put("total_voter_count", poll.path("total_voter_count").asInt() + 1);
                post.fields().set("poll", poll);
                tell(telegram, room, post, person, i);
                return true;
            }
        }
        return false;
    }

    private static void tell(Telegram telegram, Room room, Post post, Account person, int option) {
        telegram.changed(room, post, false);
        Bot bot = telegram.bots().get(post.from());
        JsonNode poll = post.fields().path("poll");
        if (bot == null) {
            return;
        }
        telegram.announcements().tell(bot, "poll", poll.deepCopy());
        if (!poll.path("is_anonymous").asBoolean()) {
            ObjectNode answer = Json.object().put("poll_id", poll.path("id").asText());
            answer.set("user", person.json());
            answer.putArray("option_ids").add(option);
            answer.set(
                    "option_persistent_ids",
                    Json.array()
                            .add(poll.path("options")
                                    .path(option)
                                    .path("persistent_id")
                                    .asText()));
            telegram.announcements().tell(bot, "poll_answer", answer);
        }
    }
}
