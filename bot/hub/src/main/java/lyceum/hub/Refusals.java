package lyceum.hub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;

/** Why a command is refused before its feature hears it: standing, a missing option, or a value that is not among those offered. */
final class Refusals {
    private final Map<String, Feature> owners = new HashMap<>();
    private final Map<String, Command> commands = new HashMap<>();

    Refusals(List<Feature> features) {
        for (Feature feature : features) {
            for (Command command : feature.commands()) {
                Feature other = owners.put(command.name(), feature);
                if (other != null) {
                    throw new IllegalArgumentException(
                            "/" + command.name() + " belongs to both " + other.name() + " and " + feature.name());
                }
                commands.put(command.name(), command);
            }
        }
    }

    boolean owns(Feature feature, CommandInvoked invoked) {
        return feature.equals(owners.get(invoked.command()));
    }

    Optional<Phrase> refusal(CommandInvoked invoked, @Nullable Standing standing) {
        Command command = commands.get(invoked.command());
        if (command == null) {
            return Optional.empty();
        }
        if (standing == null || !standing.atLeast(command.needs())) {
            return Optional.of(Phrase.of(
                    "hub.not-allowed",
                    Phrase.of(
                            command.needs() == Standing.CREATOR ? "hub.standing-creator" : "hub.standing-moderator")));
        }
        return command.options().stream()
                .flatMap(option -> fault(option, command, invoked.options().get(option.name())).stream())
                .findFirst();
    }

    private static Optional<Phrase> fault(Option option, Command command, @Nullable String value) {
        if (value == null) {
            return option.required()
                    ? Optional.of(Phrase.of("hub.option-missing", option.name(), command.name(), usage(command)))
                    : Optional.empty();
        }
        return option.values().isEmpty() || option.values().contains(value)
                ? Optional.empty()
                : Optional.of(Phrase.of(
                        "hub.option-unknown-value",
                        Text.of(value),
                        Text.of(option.name()),
                        Text.of(String.join(", ", option.values()))));
    }

    private static String usage(Command command) {
        return command.options().stream()
                .map(option -> option.required() ? option.name() : "[" + option.name() + "]")
                .collect(Collectors.joining(" "));
    }
}
