package lyceum.kernel.document;

/**
 * A button, inline key or numbered word.
 *
 * @param id comes back with {@code ChoiceMade}: the feature's name, a colon, and at most 48 more characters of ASCII
 * @param label at most 40 characters in each language
 */
public record Choice(String id, Say label, Weight weight) {
    public Choice {
        if (!id.matches("[\\x21-\\x7e]{1,64}")) {
            throw new IllegalArgumentException("a choice's id is 1 to 64 visible ASCII characters: " + id);
        }
    }

    /** How much a choice does. */
    public enum Weight {
        PLAIN,
        GOOD,
        HARMFUL
    }
}
