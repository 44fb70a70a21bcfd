package lyceum.discord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lyceum.kernel.document.Plain;
import lyceum.kernel.feature.Command;
import lyceum.kernel.person.Language;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Writes commands as Discord's application commands, in English and Chinese. Pure. */
final class Menu {
    private static final String CHINESE = "zh-CN";
    private static final int TEXT = 3;
    private static final int SLASH = 1;
    /** The type of commands in the menu of a message, of which Discord takes five. */
    static final int ON_MESSAGE = 3;

    private static final int LONGEST = 100;
    private static final int MOST_VALUES = 25;
    private static final Pattern CHINESE_NAME = Pattern.compile("(?=.*\\p{IsHan})[-_\\p{IsHan}\\p{L}\\p{N}]{1,32}");

    private final Plain plain;

    Menu(Plain plain) {
        this.plain = plain;
    }

    /**
     * Discord wants every name once, so of two commands with the same Chinese alias the first has it. Commands that begin alike, as
     * {@code class-new} and {@code class-list}, are subcommands of what stands before the dash.
     */
    DataArray write(List<Command> commands) {
        Set<String> taken = new HashSet<>();
        Set<String> names = commands.stream().map(Command::name).collect(Collectors.toSet());
        Map<String, List<Command>> groups = commands.stream()
                .collect(Collectors.groupingBy(
                        command -> names.contains(group(command)) ? command.name() : group(command),
                        LinkedHashMap::new,
                        Collectors.toList()));
        DataArray all = DataArray.empty();
        groups.forEach((name, members) -> all.add(
                members.getFirst().name().equals(name)
                        ? written(members.getFirst(), name, taken)
                        : group(name, members, taken)));
        Set<String> takenOnMessages = new HashSet<>();
        commands.stream().filter(Command::onMessages).forEach(command -> all.add(onMessage(command, takenOnMessages)));
        return all;
    }

    /** In the menu of a message there is no description; names begin with a capital letter, as Discord's own do. */
    private static DataObject onMessage(Command command, Set<String> taken) {
        String name = command.name();
        DataObject written = DataObject.empty()
                .put("name", Character.toUpperCase(name.charAt(0)) + name.substring(1))
                .put("type", ON_MESSAGE);
        alias(command, taken)
                .ifPresent(alias ->
                        written.put("name_localizations", DataObject.empty().put(CHINESE, alias)));
        return written;
    }

    /** What stands before the dash, or the whole name where there is none. */
    private static String group(Command command) {
        int dash = command.name().indexOf('-');
        return dash < 0 ? command.name() : command.name().substring(0, dash);
    }

    private DataObject group(String name, List<Command> members, Set<String> taken) {
        DataArray subcommands = DataArray.empty();
        List<String> said = new ArrayList<>();
        for (Command member : members) {
            String rest = member.name().substring(name.length() + 1);
            said.add(rest);
            subcommands.add(written(member, rest, taken));
        }
        return DataObject.empty()
                .put("name", name)
                .put("type", SLASH)
                .put("description", cut(String.join(", ", said)))
                .put("options", subcommands);
    }

    /** Commands and subcommands have the same shape, and the same type. */
    private DataObject written(Command command, String name, Set<String> taken) {
        DataObject written = DataObject.empty()
                .put("name", name)
                .put("type", SLASH)
                .put("description", words(command, Language.EN))
                .put("description_localizations", DataObject.empty().put(CHINESE, words(command, Language.ZH)))
                .put("options", options(command));
        alias(command, taken)
                .ifPresent(alias ->
                        written.put("name_localizations", DataObject.empty().put(CHINESE, alias)));
        return written;
    }

    /** Whether what is published already reads the same; ids, versions and defaults do not matter. */
    static boolean same(DataArray published, DataArray wanted) {
        return essence(published).equals(essence(wanted));
    }

    private static Set<String> essence(DataArray commands) {
        Set<String> all = new HashSet<>();
        commands.stream(DataArray::getObject).forEach(command -> {
            StringBuilder words = new StringBuilder().append(command.getInt("type", SLASH));
            describe(command, words);
            describeOptions(command, words);
            all.add(words.toString());
        });
        return all;
    }

    private static void describeOptions(DataObject at, StringBuilder words) {
        at.optArray("options").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .forEach(option -> {
                    words.append('|').append(option.getBoolean("required", false));
                    words.append('|').append(option.getBoolean("autocomplete", false));
                    describe(option, words);
                    option.optArray("choices").orElseGet(DataArray::empty).stream(DataArray::getObject)
                            .forEach(choice -> words.append('=').append(choice.getString("value")));
                    describeOptions(option, words);
                });
    }

    private static void describe(DataObject at, StringBuilder words) {
        words.append('|').append(at.getString("name")).append('|').append(at.getString("description", ""));
        for (String localized : List.of("name_localizations", "description_localizations")) {
            at.optObject(localized).ifPresent(all -> words.append('|').append(all.getString(CHINESE, "")));
        }
    }

    private DataArray options(Command command) {
        List<Command.Option> sorted = new ArrayList<>(command.options());
        sorted.sort(Comparator.comparing(option -> !option.required()));
        DataArray all = DataArray.empty();
        for (Command.Option option : sorted) {
            DataObject written = DataObject.empty()
                    .put("type", TEXT)
                    .put("name", option.name())
                    .put("description", cut(plain.line(option.description(), Language.EN)))
                    .put(
                            "description_localizations",
                            DataObject.empty().put(CHINESE, cut(plain.line(option.description(), Language.ZH))))
                    .put("required", option.required());
            if (!option.values().isEmpty() && option.values().size() <= MOST_VALUES) {
                DataArray choices = DataArray.empty();
                option.values()
                        .forEach(value -> choices.add(
                                DataObject.empty().put("name", value).put("value", value)));
                written.put("choices", choices);
            } else if (option.completion() != null) {
                written.put("autocomplete", true);
            }
            all.add(written);
        }
        return all;
    }

    private String words(Command command, Language language) {
        return cut(plain.line(command.description(), language));
    }

    private static Optional<String> alias(Command command, Set<String> taken) {
        return command.aliases().stream()
                .filter(alias -> CHINESE_NAME.matcher(alias).matches() && taken.add(alias))
                .findFirst();
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }
}
