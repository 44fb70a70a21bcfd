package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.sandbox.telegram.text.Texts;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Verb;
import org.jspecify.annotations.Nullable;

/** What people ask of the hub: commands, pressed keys, inline queries. */
record Asking(Telegram telegram) {
    private static final long PATIENCE = 5_000;
    private static final Pattern START = Pattern.compile("https?://t\\.me/(\\w+)\\?start=([A-Za-z0-9_-]{1,64})");

    Map<String, Verb> verbs() {
        return Map.of("command", this::command, "click", this::click, "complete", this::complete);
    }

    private JsonNode command(Call call) throws InterruptedException {
        Watch watch = telegram.locked(() -> {
            Place place = Place.of(telegram, call).speaking(call);
            Room room = place.room();
            Draft draft = Draft.of(place.person().id(), Texts.parsed(line(call, place), ""));
            Draft answering = call.field("options").hasNonNull("message")
                    ? draft.in(place.thread())
                            .answering(Args.parsed(
                                    call.field("options").path("message").asText(), 0))
                    : Talking.answering(place, call, draft);
            Watch watching = Watch.begin(telegram, place);
            return watching.after(telegram.post(room, answering));
        });
        return watch.reply(PATIENCE);
    }

    /** {@code /name@hub word word}: the message an option names is answered instead, a value with spaces is quoted unless it is the last. */
    private String line(Call call, Place place) {
        String[] words = call.text("command").strip().replaceFirst("^/", "").split("\\s+", 2);
        boolean latin = words[0].matches("[A-Za-z0-9_]{1,32}");
        boolean alone = place.room().is(Room.Kind.PRIVATE);
        StringBuilder line = new StringBuilder("/").append(words[0]);
        if (latin && !alone) {
            line.append('@').append(telegram.hub().account.username());
        }
        if (words.length > 1) {
            line.append(' ').append(words[1]);
        }
        var options = call.field("options").properties().stream()
                .filter(option -> !option.getKey().equals("message"))
                .map(option -> option.getValue().asText())
                .toList();
        for (int i = 0; i < options.size(); i++) {
            String value = options.get(i);
            boolean quoted = i < options.size() - 1 && (value.isEmpty() || value.matches("(?s).*\\s.*"));
            line.append(' ').append(quoted ? "\"" + value.replace("\"", "\\\"") + "\"" : value);
        }
        return line.toString();
    }

    private JsonNode click(Call call) throws InterruptedException {
        Place place = telegram.locked(() -> Place.of(telegram, call));
        Post post = telegram.locked(() -> {
            place.arrived();
            return place.post(call, "message");
        });
        JsonNode key = key(post, call.text("button"));
        Paying paying = new Paying(telegram);
        if (paying.pays(post, call.text("button"), key)) {
            Watch watch = telegram.locked(() -> Watch.begin(telegram, place));
            paying.pay(new Call(place.room().is(Room.Kind.PRIVATE) ? "private" : call.room(), paid(call)));
            return watch.reply(PATIENCE);
        }
        if (key == null) {
            boolean voted = telegram.locked(
                    () -> Polls.vote(telegram, place.room(), post, place.person(), call.text("button")));
            if (voted) {
                return Json.object().putNull("reply");
            }
            throw Refused.notFound("that message has no button " + call.text("button"));
        }
        if (key.has("url")) {
            return follow(call, key.path("url").asText());
        }
        return press(place, post, key.path("callback_data").asText());
    }

    private static ObjectNode paid(Call call) {
        return call.body().deepCopy().put("invoice", call.text("message"));
    }

    private static @Nullable JsonNode key(Post post, String button) {
        return Keyboards.keys(post.keyboard()).stream()
                .filter(key -> key.path("text").asText().equals(button)
                        || key.path("callback_data").asText().equals(button))
                .findFirst()
                .orElse(null);
    }

    /** A link to a bot's start opens the private chat with it; any other leads out of Telegram. */
    private JsonNode follow(Call call, String url) throws InterruptedException {
        Matcher start = START.matcher(url);
        if (start.matches() && start.group(1).equals(telegram.hub().account.username())) {
            ObjectNode body = Json.object().put("who", call.who()).put("command", "start " + start.group(2));
            return command(new Call("private", body));
        }
        ObjectNode answer = Json.object().putNull("reply");
        return answer.put("url", url);
    }

    private JsonNode press(Place place, Post post, String data) throws InterruptedException {
        Bot bot = telegram.bots().get(post.from());
        if (bot == null) {
            throw Refused.conflict("only bots' keys can be pressed");
        }
        String id = telegram.locked(() -> String.valueOf(telegram.serial()));
        Watch watch = telegram.locked(() -> {
            Watch watching = Watch.begin(telegram, place).pressing(bot, id, post);
            bot.asked().put(id, new Bot.Asked(Answers.KEY, place.person().id(), telegram.now(), null));
            ObjectNode query = Json.object().put("id", id);
            query.set("from", place.person().json());
            query.set("message", new Messages(telegram).json(place.room(), post));
            query.put("chat_instance", String.valueOf(place.room().face.id() * 31))
                    .put("data", data);
            telegram.announcements().tell(bot, "callback_query", query);
            return watching;
        });
        try {
            return watch.reply(PATIENCE);
        } finally {
            telegram.locked(() ->
                    bot.asked().computeIfPresent(id, (same, asked) -> asked.answer() == null ? asked : null));
        }
    }

    /** An inline query; answers what the person may choose from, empty when the hub does not answer in time. */
    private JsonNode complete(Call call) throws InterruptedException {
        Bot hub = telegram.hub();
        String words = call.maybe("command").map(command -> command + " ").orElse("")
                + call.maybe("text").orElse("");
        String id = telegram.locked(() -> {
            Place place = Place.of(telegram, call);
            String serial = String.valueOf(telegram.serial());
            hub.asked().put(serial, new Bot.Asked(Answers.INLINE, place.person().id(), telegram.now(), null));
            ObjectNode query = Json.object().put("id", serial);
            query.set("from", place.person().json());
            query.put("query", words.strip()).put("offset", "");
            query.put("chat_type", place.room().is(Room.Kind.PRIVATE) ? "sender" : "supergroup");
            telegram.announcements().tell(hub, "inline_query", query);
            return serial;
        });
        ObjectNode answer = telegram.await(
                () -> {
                    Bot.Asked asked = hub.asked().get(id);
                    return asked == null ? null : asked.answer();
                },
                PATIENCE);
        telegram.locked(() -> hub.asked().remove(id));
        return choices(answer);
    }

    private static ObjectNode choices(@Nullable ObjectNode answer) {
        ObjectNode json = Json.object();
        ArrayNode choices = json.putArray("choices");
        if (answer != null) {
            answer.path("results")
                    .forEach(result -> choices.addObject()
                            .put("name", result.path("title").asText())
                            .put(
                                    "value",
                                    result.path("input_message_content")
                                            .path("message_text")
                                            .asText()));
        }
        return json;
    }
}
