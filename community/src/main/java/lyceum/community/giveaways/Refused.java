package lyceum.community.giveaways;

import java.util.Arrays;
import java.util.List;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;

/** What somebody can put right, in words. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Phrase> phrases;

    Refused(List<Phrase> phrases) {
        super(phrases.getFirst().key());
        this.phrases = List.copyOf(phrases);
    }

    Refused(String key, Object... args) {
        this(List.of(Phrase.of(
                "giveaways." + key, Arrays.stream(args).map(String::valueOf).toArray(String[]::new))));
    }

    Say[] said() {
        return phrases.toArray(Say[]::new);
    }
}
