package lyceum.program;

import java.util.Map;
import java.util.stream.Stream;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import lyceum.kernel.person.Language;

/** The words of the command line in the language of whoever types: the phrases {@code program}, {@code running}, and those of pure commands and of platforms. */
final class Wording {
    private final Phrases phrases;
    private final Language language;

    Wording(Phrases phrases, Language language) {
        this.phrases = phrases;
        this.language = language;
    }

    /** In the language of the environment: the first that is set of LYCEUM_LANGUAGE (the launcher's), LC_ALL, LC_MESSAGES and LANG. */
    static Wording of(Map<String, String> environment) {
        String locale = Stream.of("LYCEUM_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("en");
        return new Wording(
                Phrases.of(
                        "program",
                        "running",
                        "giveaways",
                        "polls",
                        "classes",
                        "access",
                        "discord",
                        "telegram",
                        "twitch"),
                Language.nearest(locale));
    }

    Language language() {
        return language;
    }

    /** @param key without {@code program.} */
    String say(String key, String... args) {
        return say(Phrase.of("program." + key, args));
    }

    String say(Say phrase) {
        return phrases.render(phrase, language).plain();
    }

    String[] lines(String key) {
        return say(key).split("\n", -1);
    }
}
