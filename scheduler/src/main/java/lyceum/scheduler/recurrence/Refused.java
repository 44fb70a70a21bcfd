package lyceum.scheduler.recurrence;

import lyceum.kernel.document.Phrase;

/** Something about the dates of a class that a person must put right; says what, in both languages. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    public Refused(String key, String... args) {
        super(key);
        this.phrase = Phrase.of("classes." + key, args);
    }

    public Phrase phrase() {
        return phrase;
    }

    /** What somebody typed, but not all of a novel. */
    public static String shortened(String typed) {
        String line = typed.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, 50)) + "…";
    }
}
