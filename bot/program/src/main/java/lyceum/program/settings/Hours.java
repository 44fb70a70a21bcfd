package lyceum.program.settings;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours of a day, also over midnight, as {@code 22:00-08:00}. */
public record Hours(LocalTime from, LocalTime to) {
    private static final Pattern WRITTEN =
            Pattern.compile("((?:[01]\\d|2[0-3]):[0-5]\\d)-((?:[01]\\d|2[0-3]):[0-5]\\d)");

    public static Hours parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    "'%s' are no hours; write them as 22:00-08:00\n“%1$s”不是时段；请写成 22:00-08:00".formatted(text));
        }
        return new Hours(LocalTime.parse(written.group(1)), LocalTime.parse(written.group(2)));
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
