package lyceum.kernel.feature;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How commands are read from a line of chat, the same wherever people type them: {@code !name one "two words" the rest}. Names and
 * aliases are read in any case; a name with a dash may be typed with a space or an underscore, {@code !class list} for
 * {@code class-list}; the mark may be an ideographic {@code ！}.
 */
public final class TypedCommands {
    public static final TypedCommands NONE = new TypedCommands(List.of());

    private static final Pattern MARKED = Pattern.compile("[!！](\\S.*)", Pattern.DOTALL);
    private static final Pattern HEAD =
            Pattern.compile("(\\S{1,64})(?:\\s+(.*))?", Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WORD =
            Pattern.compile("\\s*(?:\"([^\"]*)\"|“([^”]*)”|(\\S+))", Pattern.UNICODE_CHARACTER_CLASS);

    private final Map<String, Command> commands = new HashMap<>();

    public TypedCommands(List<Command> commands) {
        for (Command command : commands) {
            this.commands.put(command.name(), command);
        }
        for (Command command : commands) {
            command.aliases().forEach(alias -> this.commands.putIfAbsent(spelled(alias), command));
        }
    }

    /** Whether a line of chat may be a command, once the commands are known. */
    public static boolean looksLikeCommand(String line) {
        return MARKED.matcher(line.strip()).matches();
    }

    /** Reads a whole line of chat; empty where it is no command that there is. */
    public Optional<Invocation> read(String line) {
        Matcher marked = MARKED.matcher(line.strip());
        return marked.matches() ? called(marked.group(1)) : Optional.empty();
    }

    /** Reads what stands behind the mark, for places whose mark is another: {@code name one "two words" the rest}. */
    public Optional<Invocation> called(String line) {
        Matcher head = HEAD.matcher(line.strip());
        if (!head.matches()) {
            return Optional.empty();
        }
        String rest = head.group(2);
        Matcher second = HEAD.matcher(rest == null ? "" : rest);
        if (second.matches()) {
            Command longer = commands.get(spelled(head.group(1) + "-" + second.group(1)));
            if (longer != null) {
                return Optional.of(invocation(longer, second.group(2)));
            }
        }
        Command command = commands.get(spelled(head.group(1)));
        return command == null ? Optional.empty() : Optional.of(invocation(command, rest));
    }

    private static String spelled(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Invocation invocation(Command command, @Nullable String line) {
        Map<String, String> options = new LinkedHashMap<>();
        String rest = line == null ? "" : line.strip();
        List<Command.Option> wanted = command.options();
        for (int i = 0; i < wanted.size() && !rest.isEmpty(); i++) {
            Matcher word = WORD.matcher(rest);
            boolean last = i == wanted.size() - 1;
            boolean found = last ? word.matches() : word.lookingAt();
            options.put(wanted.get(i).name(), found ? value(word) : rest);
            rest = found ? rest.substring(word.end()).strip() : "";
        }
        return new Invocation(command.name(), options);
    }

    private static String value(Matcher word) {
        for (int group = 1; group < 3; group++) {
            if (word.group(group) != null) {
                return word.group(group);
            }
        }
        return word.group(3);
    }

    /**
     * A command as somebody typed it.
     *
     * @param command its English name
     * @param options by option name, as typed; a missing option is absent
     */
    public record Invocation(String command, Map<String, String> options) {
        public Invocation {
            options = Map.copyOf(options);
        }
    }
}
