package lyceum.kernel.id;

/** The name of a platform in lower-case letters: {@code discord}, {@code telegram}, {@code twitch} or {@code room}. */
public record PlatformName(String value) {
    public PlatformName {
        if (!value.matches("[a-z]{1,16}")) {
            throw new IllegalArgumentException("a platform's name is 1 to 16 lower-case letters, not '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
