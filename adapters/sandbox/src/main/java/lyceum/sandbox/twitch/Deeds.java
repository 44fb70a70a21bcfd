package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Verb;
import org.jspecify.annotations.Nullable;

/** What people say, ask, choose and delete in the chat. */
record Deeds(Twitch twitch) {
    private static final long PATIENCE = 5_000;

    Map<String, Verb> verbs() {
        return Map.of(
                "say", call -> said(here(call, this::say)),
                "delete", call -> here(call, this::delete),
                "join", call -> here(call, this::join),
                "leave", call -> here(call, this::leave),
                "command", this::command,
                "click", this::click);
    }

    private <T> T here(Call call, Function<Call, T> deed) {
        room(call);
        return twitch.locked(() -> deed.apply(call));
    }

    static void room(Call call) {
        if (!call.room().equals(Channel.NAME)) {
            throw call.room().equals("private")
                    ? Refused.conflict("twitch has no private chat with a program")
                    : Refused.notFound("no room " + call.room() + "; there is " + Channel.NAME);
        }
    }

    private static JsonNode said(Line line) {
        return Json.object().put("message", line.id());
    }

    private Line say(Call call) {
        if (!call.field("files").isEmpty()) {
            throw Refused.conflict("twitch has no files");
        }
        return say(call, call.text("text").replaceAll("[\\r\\n]+", " "), replyTo(call));
    }

    private @Nullable String replyTo(Call call) {
        return call.maybe("replyTo").map(id -> line(id).id()).orElse(null);
    }

    private Line line(String id) {
        Line line = twitch.channel().line(id);
        if (line == null) {
            throw Refused.notFound("no message " + id);
        }
        return line;
    }

    private Line say(Call call, String text, @Nullable String replyTo) {
        Account who = twitch.accounts().named(call.who());
        if (text.isBlank() || text.codePointCount(0, text.length()) > Speaking.LONGEST) {
            throw Refused.badRequest("text: 1 to " + Speaking.LONGEST + " characters");
        }
        if (twitch.channel().isBanned(who, twitch.now())) {
            throw new Refused(403, who.name() + " may not speak in " + Channel.NAME);
        }
        return twitch.post(twitch.line(who, text, replyTo, 0), null);
    }

    private JsonNode delete(Call call) {
        Account who = twitch.accounts().named(call.who());
        Line line = line(call.text("message"));
        if (!line.from().equals(who) && !Channel.moderates(who)) {
            throw new Refused(403, "that message is not " + who.name() + "'s");
        }
        twitch.delete(line);
        return said(line);
    }

    private JsonNode join(Call call) {
        Account who = twitch.accounts().named(call.who());
        if (twitch.channel().present().add(who.login())) {
            twitch.chat().tellMembers(Wording.source(who) + " JOIN #" + Channel.NAME);
        }
        return Json.object().put("joined", true);
    }

    private JsonNode leave(Call call) {
        Account who = twitch.accounts().named(call.who());
        if (twitch.channel().present().remove(who.login())) {
            twitch.chat().tellMembers(Wording.source(who) + " PART #" + Channel.NAME);
        }
        return Json.object().put("left", true);
    }

    /** {@code !name one "two words" the rest}; a message that an option names is answered instead. */
    private JsonNode command(Call call) throws InterruptedException {
        StringBuilder line =
                new StringBuilder("!").append(call.text("command").strip().replaceFirst("^[!/]", ""));
        List<String> options = call.field("options").properties().stream()
                .filter(option -> !option.getKey().equals("message"))
                .map(option -> option.getValue().asText())
                .toList();
        for (int i = 0; i < options.size(); i++) {
            String value = options.get(i).replaceAll("[\\r\\n]+", " ");
            boolean quoted = i < options.size() - 1 && (value.isEmpty() || value.matches(".*\\s.*"));
            line.append(' ').append(quoted ? "\"" + value + "\"" : value);
        }
        JsonNode about = call.field("options").path("message");
        Line asked = here(
                call,
                c -> say(
                        c,
                        line.toString(),
                        about.isTextual() ? line(about.asText()).id() : replyTo(c)));
        return reply(asked);
    }

    /** Types the number of a choice: below the newest offer as it is, below an older one as a reply to that. */
    private JsonNode click(Call call) throws InterruptedException {
        String button = call.text("button");
        Line typed = here(call, c -> {
            Line offer = line(c.text("message"));
            List<String> labels = ChatView.choices(offer);
            int number = labels.indexOf(button) + 1;
            if (number == 0 && button.matches("[0-9]{1,2}")) {
                number = Integer.parseInt(button) <= labels.size() ? Integer.parseInt(button) : 0;
            }
            if (number == 0) {
                throw Refused.notFound("that message offers no " + button + "; it offers " + labels);
            }
            return say(c, Integer.toString(number), isNewest(offer) ? null : offer.id());
        });
        return reply(typed);
    }

    private boolean isNewest(Line offer) {
        List<Line> last = twitch.channel().last(Integer.MAX_VALUE);
        return last.reversed().stream()
                .filter(line -> !ChatView.choices(line).isEmpty())
                .findFirst()
                .filter(offer::equals)
                .isPresent();
    }

    /** The hub's message that answers a line, as soon as it stands; null after the patience. */
    private JsonNode reply(Line asked) throws InterruptedException {
        Line reply = twitch.await(() -> answer(asked), PATIENCE);
        ObjectNode json = Json.object();
        json.set("reply", reply == null ? null : new ChatView(twitch).message(reply));
        return json;
    }

    private @Nullable Line answer(Line asked) {
        return twitch.channel().last(200).stream()
                .filter(line -> line.from().equals(Accounts.HUB) && asked.id().equals(line.replyTo()))
                .findFirst()
                .orElse(null);
    }
}
