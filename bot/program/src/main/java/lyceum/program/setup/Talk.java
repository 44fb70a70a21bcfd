package lyceum.program.setup;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lyceum.config.Secret;
import lyceum.kernel.document.Phrase;
import lyceum.program.online.DiscordDoor.Named;

/** The conversation: questions in the person's language, asked again until the answer fits. */
final class Talk {
    private static final int PATIENCE = 5;

    private final Terminal terminal;
    private final Function<Phrase, String> words;

    Talk(Terminal terminal, Function<Phrase, String> words) {
        this.terminal = terminal;
        this.words = words;
    }

    private String words(String key, String... args) {
        return words.apply(Phrase.of("program.setup." + key, args));
    }

    void say(String key, String... args) {
        terminal.say(words(key, args));
    }

    void line(String line) {
        terminal.say(line);
    }

    String title(String key) {
        return words(key);
    }

    /** Empty text for a bare Enter, and when there are no more answers. */
    String ask(String key, String... args) {
        return terminal.ask(words(key, args)).orElse("");
    }

    /** A question to a platform. */
    interface Try<T> {
        Optional<T> of(Secret token) throws IOException;
    }

    /** What a platform makes of a token, with the token itself. */
    record Let<T>(Secret token, T in) {}

    /** Asks for a token until the platform takes it; empty if the person has none. */
    <T> Optional<Let<T>> token(String key, Try<T> attempt) {
        for (int i = 0; i < PATIENCE; i++) {
            Optional<String> typed = terminal.askHidden(words(key));
            if (typed.isEmpty() || typed.get().isEmpty()) {
                return Optional.empty();
            }
            try {
                Secret token = new Secret(typed.get());
                Optional<T> in = attempt.of(token);
                if (in.isPresent()) {
                    return Optional.of(new Let<>(token, in.get()));
                }
                say("token-refused");
            } catch (IOException e) {
                say("unreachable");
            }
        }
        return Optional.empty();
    }

    /** Lets the person choose by number; empty for none. */
    Optional<Named> choose(String key, List<Named> among) {
        for (int i = 0; i < among.size(); i++) {
            line("  %d  %s (%s)"
                    .formatted(i + 1, among.get(i).name(), among.get(i).id()));
        }
        for (int i = 0; i < PATIENCE && !among.isEmpty(); i++) {
            String typed = ask(key);
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            if (typed.matches("[0-9]{1,4}")
                    && Integer.parseInt(typed) >= 1
                    && Integer.parseInt(typed) <= among.size()) {
                return Optional.of(among.get(Integer.parseInt(typed) - 1));
            }
            say("number", Integer.toString(among.size()));
        }
        return Optional.empty();
    }
}
