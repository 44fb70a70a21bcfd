package lyceum.community.giveaways.draw;

import lyceum.kernel.document.Phrase;

/** What makes some bytes unreadable, as a phrase in both languages. */
public final class Flaw extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    Flaw(String key, String... args) {
        super(key);
        this.phrase = Phrase.of("giveaways." + key, args);
    }

    Flaw(Phrase phrase) {
        super(phrase.key());
        this.phrase = phrase;
    }

    public Phrase phrase() {
        return phrase;
    }
}
