package lyceum.javacord;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Key;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import org.javacord.api.interaction.Interaction;
import org.javacord.api.interaction.InteractionBase;
import org.javacord.api.interaction.MessageComponentInteraction;
import org.javacord.api.interaction.SlashCommandInteraction;
import org.javacord.api.interaction.SlashCommandInteractionOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives commands and pressed buttons their first sign of life, for which Discord waits three seconds, and reads them as events. */
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private final Faces faces;

    Questions(Faces faces) {
        this.faces = faces;
    }

    /** Answers are for the eyes of the person who asked alone. Never blocks. */
    void take(Interaction interaction, Consumer<Asking> hub) {
        interaction.asSlashCommandInteraction().ifPresent(command -> {
            var _ = command.respondLater(true).whenComplete((_, failure) -> told(failure, command(command), hub));
        });
        interaction.asMessageComponentInteraction().ifPresent(button -> {
            var _ = button.acknowledge().whenComplete((_, failure) -> told(failure, choice(button), hub));
        });
    }

    private static void told(@Nullable Throwable failure, Asking asking, Consumer<Asking> hub) {
        if (failure != null) {
            LOG.warn("a first sign of life was not taken", failure);
        }
        hub.accept(asking);
    }

    private CommandInvoked command(SlashCommandInteraction command) {
        RoomId room = room(command);
        Map<String, String> options = new TreeMap<>();
        collect(command.getOptions(), options);
        return new CommandInvoked(
                key(command),
                speaker(command),
                room,
                command.getFullCommandName().replace(' ', '-'),
                options,
                null,
                Reply.to(command, false, room),
                Ids.born(command.getId()));
    }

    private ChoiceMade choice(MessageComponentInteraction button) {
        return new ChoiceMade(
                key(button),
                speaker(button),
                Ids.of(button.getMessage()),
                button.getCustomId(),
                Reply.to(button, true, room(button)),
                Ids.born(button.getId()));
    }

    private Speaker speaker(InteractionBase interaction) {
        return faces.speaker(
                interaction.getUser(),
                interaction.getServer().orElse(null),
                Language.nearest(interaction.getLocale().getLocaleCode()));
    }

    /** The options, those of subcommands among them. */
    private static void collect(List<SlashCommandInteractionOption> given, Map<String, String> options) {
        for (SlashCommandInteractionOption option : given) {
            option.getStringRepresentationValue()
                    .ifPresentOrElse(
                            value -> options.put(option.getName(), value), () -> collect(option.getOptions(), options));
        }
    }

    private static RoomId room(InteractionBase interaction) {
        return Ids.room(interaction.getChannel().orElseThrow().getId());
    }

    private static Key key(InteractionBase interaction) {
        return new Key(Ids.DISCORD, interaction.getIdAsString(), "");
    }
}
