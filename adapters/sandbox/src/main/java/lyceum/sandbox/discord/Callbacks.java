package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** A bot's first answers to interactions: within three seconds, once. */
final class Callbacks {
    private static final int PONG = 1;
    private static final int MESSAGE = 4;
    private static final int DEFERRED = 5;
    private static final int DEFERRED_UPDATE = 6;
    private static final int UPDATE = 7;
    private static final int CHOICES = 8;
    private static final int FORM = 9;

    private final DiscordSide side;

    Callbacks(DiscordSide side) {
        this.side = side;
    }

    void hang(Rest rest) {
        rest.ofInteraction(HandlerType.POST, "/interactions/{interaction}/{token}/callback", this::callback);
    }

    private Rest.Answer callback(Ask ask) {
        Interaction interaction = side.interactions()
                .find(ask.path("token"))
                .filter(found -> found.id() == ask.id("interaction"))
                .orElseThrow(() -> DiscordError.unknown("Interaction"));
        ObjectNode body = ask.body();
        int type = body.path("type").asInt();
        checkFits(type, interaction);
        Draft draft = ask.draft(
                body.path("data"), side.attachments(), interaction.channel().id());
        if (type == MESSAGE) {
            draft.checked();
        }
        interaction.acknowledge(type);
        try {
            return answered(ask, interaction, type, answer(interaction, type, draft));
        } catch (DiscordError refused) {
            interaction.withdraw();
            throw refused;
        }
    }

    private static void checkFits(int type, Interaction interaction) {
        boolean fits = switch (type) {
            case PONG -> false;
            case MESSAGE, DEFERRED -> interaction.type() != Interaction.COMPLETION;
            case DEFERRED_UPDATE, UPDATE -> interaction.original() != 0;
            case CHOICES -> interaction.type() == Interaction.COMPLETION;
            case FORM -> interaction.type() == Interaction.COMMAND || interaction.type() == Interaction.COMPONENT;
            default -> false;
        };
        if (!fits) {
            throw DiscordError.invalid(
                    "type", "UNION_TYPE_CHOICES", "This callback type does not fit the interaction.");
        }
    }

    private @Nullable Post answer(Interaction interaction, int type, Draft draft) {
        return switch (type) {
            case MESSAGE -> {
                Post post = side.answers().post(interaction, draft, draft.ephemeral());
                interaction.original(post.id());
                interaction.answer().complete(side.sight().of(interaction.channel(), post));
                yield post;
            }
            case DEFERRED -> {
                ObjectNode thinking = Json.object().put("flags", draft.flags()).put("loading", true);
                Post post = side.answers().post(interaction, Draft.of(thinking), draft.ephemeral());
                interaction.original(post.id());
                yield post;
            }
            case UPDATE -> {
                Post post = side.answers().edit(interaction, interaction.original(), draft);
                interaction.answer().complete(side.sight().of(interaction.channel(), post));
                yield post;
            }
            case CHOICES -> {
                checkChoices(draft.body().path("choices"));
                ObjectNode choices = Json.object();
                choices.set("choices", draft.body().path("choices"));
                interaction.answer().complete(choices);
                yield null;
            }
            case FORM -> {
                side.forms().opened(interaction, draft.body());
                interaction.answer().complete(Json.object().set("form", draft.body()));
                yield null;
            }
            default -> null;
        };
    }

    private static void checkChoices(JsonNode choices) {
        if (choices.size() > 25) {
            throw DiscordError.tooLong("data.choices", 25);
        }
        for (int i = 0; i < choices.size(); i++) {
            int length = choices.get(i).path("name").asText("").length();
            if (length < 1 || length > 100) {
                throw DiscordError.invalid(
                        "data.choices." + i + ".name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
            }
        }
    }

    private static Rest.Answer answered(Ask ask, Interaction interaction, int type, @Nullable Post post) {
        if (!ask.flag("with_response")) {
            return Rest.Answer.NONE;
        }
        ObjectNode response = Json.object();
        ObjectNode about = response.putObject("interaction")
                .put("id", Long.toString(interaction.id()))
                .put("type", interaction.type());
        ObjectNode resource = response.putObject("resource").put("type", type);
        if (post != null) {
            about.put("response_message_id", Long.toString(post.id()));
            about.put("response_message_loading", type == DEFERRED);
            about.put("response_message_ephemeral", post.onlyFor() != 0);
            if (type == MESSAGE || type == UPDATE) {
                resource.set("message", post.json());
            }
        }
        return Rest.Answer.of(response);
    }
}
