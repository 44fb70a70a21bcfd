package lyceum.program;

import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;

/** Something that whoever runs the program must put right first, as a phrase in both languages. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    Refusal(String key, String... args) {
        super(key);
        this.phrase = Phrase.of(key, args);
    }

    Refusal(String key, Say arg) {
        super(key);
        this.phrase = Phrase.of(key, arg);
    }

    Phrase phrase() {
        return phrase;
    }
}
