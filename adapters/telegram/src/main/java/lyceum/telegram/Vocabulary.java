package lyceum.telegram;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.feature.Command;

/** The commands there are, and how they are read from a line: {@code /name one "two words" the rest}. */
final class Vocabulary {
    static final Vocabulary EMPTY = new Vocabulary(List.of());

    private static final Pattern HEAD =
            Pattern.compile("/([^\\s@/]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern WORD =
            Pattern.compile("\\s*(?:\"([^\"]*)\"|“([^”]*)”|(\\S+))", Pattern.UNICODE_CHARACTER_CLASS);
    /** What Telegram's own button sends when somebody opens a private chat with a bot. */
    private static final String GREETING = "start";

    private static final String GREETED_BY = "help";

    private final Map<String, Command> commands = new HashMap<>();

    Vocabulary(List<Command> commands) {
        for (Command command : commands) {
            this.commands.put(shown(command), command);
            this.commands.put(command.name(), command);
            command.aliases().forEach(alias -> this.commands.put(alias.toLowerCase(Locale.ROOT), command));
        }
        Command greeting = this.commands.get(GREETED_BY);
        if (greeting != null) {
            this.commands.putIfAbsent(GREETING, greeting);
        }
    }

    /** The name under which Telegram's menu lists a command: it knows no dashes. */
    static String shown(Command command) {
        return command.name().replace('-', '_');
    }

    /** Whether the line may be a command, once the commands are known. */
    static boolean looksLikeCommand(String line) {
        return line.startsWith("/");
    }

    /** Empty where the line is no command, or one of another bot than {@code us}. */
    Optional<Invocation> read(String line, String us) {
        Matcher head = HEAD.matcher(line.strip());
        if (!head.matches() || (head.group(2) != null && !head.group(2).equalsIgnoreCase(us))) {
            return Optional.empty();
        }
        Command command = commands.get(head.group(1).toLowerCase(Locale.ROOT));
        if (command == null) {
            return Optional.empty();
        }
        return Optional.of(new Invocation(command.name(), options(command, head.group(3))));
    }

    private static Map<String, String> options(Command command, String line) {
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
        return options;
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
     * A command as somebody gave it.
     *
     * @param command its English name
     */
    record Invocation(String command, Map<String, String> options) {
        Invocation {
            options = Map.copyOf(options);
        }
    }
}
