package lyceum.kernel.id;

/** The name of a platform in lower-case letters: {@code discord}, {@code telegram}, {@code twitch} or {@code room}. */
public record PlatformName(String value) {
    private static final int LONGEST = 16;

    public PlatformName {
        if (value.isEmpty()
                || value.length() > LONGEST
                || !value.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            throw new IllegalArgumentException("a platform's name is 1 to 16 lower-case letters, not '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
