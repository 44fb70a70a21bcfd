package lyceum.moderation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lyceum.moderation.classify.LinearModel;
import lyceum.moderation.rules.PhishingRule;
import lyceum.moderation.words.Letters;
import lyceum.moderation.words.Lexicon;

/** What rules know beforehand: characters, languages, models and lists, each read when a rule first needs it. */
final class Tables {
    private final Once<Letters> letters = new Once<>(Letters::load);
    private final Once<Lexicon> adverts = new Once<>(() -> Lexicon.of(lines("adverts.txt"), letters()));
    private final Once<Set<String>> phishing = new Once<>(PhishingRule::shipped);
    private final Once<LinearModel> english = new Once<>(() -> LinearModel.shipped("offence-en"));
    private final Once<LinearModel> chinese = new Once<>(() -> LinearModel.shipped("offence-zh"));
    private final Once<LinearModel> spam = new Once<>(() -> LinearModel.shipped("spam"));

    Letters letters() {
        return letters.get();
    }

    Lexicon adverts() {
        return adverts.get();
    }

    Set<String> phishing() {
        return phishing.get();
    }

    LinearModel english() {
        return english.get();
    }

    LinearModel chinese() {
        return chinese.get();
    }

    LinearModel spam() {
        return spam.get();
    }

    private static List<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Tables.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
