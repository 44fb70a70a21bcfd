package lyceum.program;

import lyceum.kernel.document.Phrase;

/** Something that whoever runs the program must put right first, as a phrase in both languages. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    Refusal(String key, String... args) {
        super(key);
        this.phrase = Phrase.of(key, args);
    }

    Phrase phrase() {
        return phrase;
    }
}
