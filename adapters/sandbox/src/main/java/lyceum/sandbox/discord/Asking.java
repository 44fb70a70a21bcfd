package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Verb;
import org.jspecify.annotations.Nullable;

/** What people ask of bots: slash commands, completion, buttons and forms. */
final class Asking {
    private static final int PATIENCE_SECONDS = 5;

    private final DiscordSide side;
    private final Rooms rooms;

    Asking(DiscordSide side, Rooms rooms) {
        this.side = side;
        this.rooms = rooms;
    }

    Map<String, Verb> verbs() {
        return Map.of(
                "command", this::command, "complete", this::complete, "click", this::click, "submit", this::submit);
    }

    private JsonNode command(Call call) throws InterruptedException {
        Member person = rooms.person(call.who());
        Channel channel = rooms.room(call, person);
        String words = call.text("command").strip().replaceFirst("^/", "");
        boolean pointing = call.maybe("message").isPresent();
        CommandLine line = pointing
                ? CommandLine.onMessage(side, words, person.id(), channel)
                : CommandLine.find(side, words, person.id(), channel);
        ObjectNode data = pointing ? line.about(rooms.post(call, channel, person)) : line.filled(call.field("options"));
        return reply(side.interactions()
                .begin(new Interactions.Asked(line.bot(), person, channel, Interaction.COMMAND, data, null)));
    }

    private JsonNode complete(Call call) throws InterruptedException {
        Member person = rooms.person(call.who());
        Channel channel = rooms.room(call, person);
        String words = call.text("command").strip().replaceFirst("^/", "");
        CommandLine line = CommandLine.find(side, words, person.id(), channel);
        ObjectNode data = line.beingTyped(call.text("option"), call.text("text"), call.field("options"));
        Interaction interaction = side.interactions()
                .begin(new Interactions.Asked(line.bot(), person, channel, Interaction.COMPLETION, data, null));
        JsonNode answer = await(interaction);
        return answer != null ? answer : Json.object().set("choices", Json.array());
    }

    private JsonNode click(Call call) throws InterruptedException {
        Member person = rooms.person(call.who());
        Channel channel = rooms.room(call, person);
        Post post = rooms.post(call, channel, person);
        String wanted = call.text("button");
        JsonNode button = Components.pressable(post.json().path("components")).stream()
                .filter(one -> one.path("custom_id").asText().equals(wanted)
                        || Components.label(one).equals(wanted))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("no button " + wanted));
        if (button.path("disabled").asBoolean() || button.has("url")) {
            throw Refused.conflict("that button does nothing here");
        }
        Bot bot = Bot.withId(post.json().path("application_id").asLong(post.author()))
                .orElseThrow(() -> Refused.conflict("nobody listens to that button"));
        ObjectNode data = Json.object()
                .put("custom_id", button.path("custom_id").asText())
                .put("component_type", button.path("type").asInt())
                .put("id", button.path("id").asInt(1));
        if (button.path("type").asInt() != Components.BUTTON) {
            JsonNode values = call.field("values");
            data.set("values", values.isArray() ? values : Json.array().add(call.text("value")));
        }
        return reply(side.interactions()
                .begin(new Interactions.Asked(bot, person, channel, Interaction.COMPONENT, data, post)));
    }

    private JsonNode submit(Call call) throws InterruptedException {
        Member person = rooms.person(call.who());
        Forms.Open form =
                side.forms().take(person.id()).orElseThrow(() -> Refused.conflict(person.name() + " has no form open"));
        Interaction by = form.interaction();
        ObjectNode data = Forms.filled(form.modal(), call.field("fields"));
        Post message = by.original() == 0
                ? null
                : side.answers().find(by, by.original()).orElse(null);
        return reply(side.interactions()
                .begin(new Interactions.Asked(by.bot(), person, by.channel(), Interaction.MODAL, data, message)));
    }

    private static JsonNode reply(Interaction interaction) throws InterruptedException {
        JsonNode answer = await(interaction);
        ObjectNode reply = Json.object();
        if (answer != null && answer.has("form")) {
            reply.putNull("reply");
            reply.set("form", answer.path("form"));
        } else {
            reply.set("reply", answer);
        }
        return reply;
    }

    private static @Nullable JsonNode await(Interaction interaction) throws InterruptedException {
        try {
            return interaction.answer().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
