package lyceum.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.TypedCommands;
import lyceum.kernel.feature.TypedCommands.Invocation;

/** How commands are called on Telegram: {@code /name} or {@code /name@bot}, and then as everywhere in chat. */
final class Vocabulary {
    static final Vocabulary EMPTY = new Vocabulary(TypedCommands.NONE);

    private static final Pattern HEAD =
            Pattern.compile("/([^\\s@/]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(\\s.*)?", Pattern.DOTALL);
    /** What Telegram's own button sends when somebody opens a private chat with a bot. */
    private static final String GREETING = "start";

    private static final String GREETED_BY = "help";

    private final TypedCommands commands;

    Vocabulary(TypedCommands commands) {
        this.commands = commands;
    }

    /** The name under which Telegram's menu lists a command: it knows no dashes. */
    static String shown(Command command) {
        return command.name().replace('-', '_');
    }

    /** Whether the line may be a command, once the commands are known. */
    static boolean looksLikeCommand(String line) {
        return line.startsWith("/");
    }

    /** What somebody types without a slash, read as a command; empty where it begins with the name of none. */
    Optional<Named> named(String line) {
        String[] words = line.strip().split("\\s+", 3);
        return commands.called(line).map(call -> {
            boolean one = commands.called(words[0])
                    .filter(first -> first.command().equals(call.command()))
                    .isPresent();
            return new Named(
                    call.command(),
                    String.join(" ", List.of(words).subList(one ? 1 : Math.min(2, words.length), words.length)));
        });
    }

    /** A command by its English name, and what stands behind the name that was typed. */
    record Named(String command, String rest) {}

    /** Empty where the line is no command, or one of another bot than {@code us}. */
    Optional<Invocation> read(String line, String us) {
        Matcher head = HEAD.matcher(line.strip());
        if (!head.matches() || (head.group(2) != null && !head.group(2).equalsIgnoreCase(us))) {
            return Optional.empty();
        }
        String name = head.group(1);
        Optional<Invocation> called = commands.called(head.group(3) == null ? name : name + head.group(3));
        return called.isEmpty() && name.toLowerCase(Locale.ROOT).equals(GREETING)
                ? commands.called(GREETED_BY)
                : called;
    }
}
