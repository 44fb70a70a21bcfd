package lyceum.kernel.document;

import java.util.List;

/**
 * A sentence of the phrase files.
 *
 * @param key {@code feature.name-of-the-phrase}: the part before the first dot is the bundle
 * @param args the values of {0}, {1} ... in the phrase: each may be formatted text or another phrase
 */
public record Phrase(String key, List<Say> args) implements Say {
    public Phrase {
        args = List.copyOf(args);
    }

    public static Phrase of(String key, Say... args) {
        return new Phrase(key, List.of(args));
    }

    /** With plain texts for arguments. */
    public static Phrase of(String key, String... args) {
        return new Phrase(
                key, List.of(args).stream().map(arg -> (Say) Text.of(arg)).toList());
    }

    public static Phrase of(String key) {
        return new Phrase(key, List.of());
    }
}
