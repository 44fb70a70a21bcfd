package lyceum.program.setup;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.person.Language;
import lyceum.program.setup.Answers.OnDiscord;
import lyceum.program.setup.Answers.OnTelegram;
import lyceum.program.setup.Answers.OnTwitch;

/** Asks for everything a hub needs, checks it with the platforms, and writes a config that runs. */
public final class Setup {
    private static final String DEFAULT_NAME = "Lyceum";

    private final Talk talk;
    private final Language language;
    private final Places places;

    /** Where the platforms are asked, in place of their own addresses. */
    public record Places(Optional<URI> discord, Optional<URI> telegram, Optional<URI> twitch) {}

    /** @param words renders a phrase in the person's language */
    public Setup(Terminal terminal, Function<Phrase, String> words, Language language, Places places) {
        this.talk = new Talk(terminal, words);
        this.language = language;
        this.places = places;
    }

    /**
     * Blocks until the person has answered.
     *
     * @param file to write; never overwritten
     * @return the exit status
     */
    public int run(Path file) throws IOException {
        if (Files.exists(file)) {
            talk.say("exists", file.toString());
            return 2;
        }
        talk.say("welcome", file.toString());
        String name = talk.ask("community");
        Optional<OnDiscord> discord = discord();
        Optional<OnTelegram> telegram = telegram();
        Optional<OnTwitch> twitch = twitch();
        if (discord.isEmpty() && telegram.isEmpty() && twitch.isEmpty()) {
            talk.say("nothing");
            return 1;
        }
        Answers answers = new Answers(name.isEmpty() ? DEFAULT_NAME : cut(name), discord, telegram, twitch);
        new ConfigWriter(file).write(answers, language);
        talk.say("done", file.toString());
        return 0;
    }

    private Optional<OnDiscord> discord() {
        try {
            return new DiscordSetup(talk, places.discord()).run();
        } catch (IOException e) {
            talk.say("unreachable");
            return Optional.empty();
        }
    }

    private Optional<OnTelegram> telegram() {
        try {
            return new TelegramSetup(talk, places.telegram()).run();
        } catch (IOException e) {
            talk.say("unreachable");
            return Optional.empty();
        }
    }

    private Optional<OnTwitch> twitch() {
        try {
            return new TwitchSetup(talk, places.twitch()).run();
        } catch (IOException e) {
            talk.say("unreachable");
            return Optional.empty();
        }
    }

    private static String cut(String name) {
        return name.length() > 80 ? name.substring(0, 80) : name;
    }
}
