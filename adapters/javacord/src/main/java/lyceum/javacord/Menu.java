package lyceum.javacord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Say;
import lyceum.kernel.feature.Command;
import lyceum.kernel.person.Language;
import org.javacord.api.interaction.DiscordLocale;
import org.javacord.api.interaction.SlashCommandBuilder;
import org.javacord.api.interaction.SlashCommandOption;
import org.javacord.api.interaction.SlashCommandOptionBuilder;
import org.javacord.api.interaction.SlashCommandOptionType;

/** Builds commands as Discord's application commands, in English and Chinese. Pure. */
final class Menu {
    private static final int LONGEST = 100;
    private static final int MOST_VALUES = 25;
    private static final Pattern CHINESE_NAME = Pattern.compile("(?=.*\\p{IsHan})[-_\\p{IsHan}\\p{L}\\p{N}]{1,32}");

    private final Plain plain;

    Menu(Plain plain) {
        this.plain = plain;
    }

    /** Commands that begin alike, as {@code class-new} and {@code class-list}, are subcommands of what stands before the dash. */
    Set<SlashCommandBuilder> build(List<Command> commands) {
        Set<String> names = commands.stream().map(Command::name).collect(Collectors.toSet());
        Map<String, List<Command>> groups = new LinkedHashMap<>();
        for (Command command : commands) {
            String before = command.name().split("-", 2)[0];
            groups.computeIfAbsent(names.contains(before) ? command.name() : before, _ -> new ArrayList<>())
                    .add(command);
        }
        Set<String> taken = new HashSet<>();
        Set<SlashCommandBuilder> built = new HashSet<>();
        groups.forEach((name, members) -> built.add(
                members.getFirst().name().equals(name)
                        ? whole(members.getFirst(), taken)
                        : group(name, members, taken)));
        return built;
    }

    private SlashCommandBuilder whole(Command command, Set<String> taken) {
        SlashCommandBuilder built = new SlashCommandBuilder().setName(command.name());
        described(command.description(), built::setDescription, built::addDescriptionLocalization);
        alias(command, taken).ifPresent(alias -> built.addNameLocalization(DiscordLocale.CHINESE_CHINA, alias));
        return built.setOptions(options(command));
    }

    private SlashCommandBuilder group(String name, List<Command> members, Set<String> taken) {
        List<String> said = new ArrayList<>();
        SlashCommandBuilder built = new SlashCommandBuilder().setName(name);
        for (Command member : members) {
            String rest = member.name().substring(name.length() + 1);
            said.add(rest);
            SlashCommandOptionBuilder part = new SlashCommandOptionBuilder()
                    .setType(SlashCommandOptionType.SUB_COMMAND)
                    .setName(rest)
                    .setOptions(options(member));
            described(member.description(), part::setDescription, part::addDescriptionLocalization);
            alias(member, taken).ifPresent(alias -> part.addNameLocalization(DiscordLocale.CHINESE_CHINA, alias));
            built.addOption(part.build());
        }
        return built.setDescription(cut(String.join(", ", said)));
    }

    private List<SlashCommandOption> options(Command command) {
        return command.options().stream()
                .sorted(Comparator.comparing(option -> !option.required()))
                .map(this::option)
                .toList();
    }

    private SlashCommandOption option(Command.Option option) {
        SlashCommandOptionBuilder built = new SlashCommandOptionBuilder()
                .setType(SlashCommandOptionType.STRING)
                .setName(option.name())
                .setRequired(option.required());
        described(option.description(), built::setDescription, built::addDescriptionLocalization);
        if (option.values().size() <= MOST_VALUES) {
            option.values().forEach(value -> built.addChoice(value, value));
        }
        return built.build();
    }

    private interface English {
        Object say(String words);
    }

    private void described(Say words, English english, BiConsumer<DiscordLocale, String> localized) {
        english.say(cut(plain.line(words, Language.EN)));
        localized.accept(DiscordLocale.CHINESE_CHINA, cut(plain.line(words, Language.ZH)));
    }

    /** Discord wants every name once, so of two commands with the same alias the first has it. */
    private static Optional<String> alias(Command command, Set<String> taken) {
        return command.aliases().stream()
                .filter(alias -> CHINESE_NAME.matcher(alias).matches() && taken.add(alias))
                .findFirst();
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }
}
