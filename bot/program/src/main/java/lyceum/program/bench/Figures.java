package lyceum.program.bench;

import java.io.PrintWriter;
import java.util.Locale;

/** Prints one figure a line, {@code name value unit}, and below it what the README claims, if it does. */
public final class Figures {
    private final PrintWriter out;
    private final Claims claims;

    public Figures(PrintWriter out, Claims claims) {
        this.out = out;
        this.claims = claims;
    }

    void count(String name, long value) {
        line(name, String.valueOf(value), "count");
    }

    void number(String name, double value, String unit) {
        line(name, String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value), unit);
    }

    private void line(String name, String value, String unit) {
        out.println(name + " " + value + " " + unit);
        claims.of(name).ifPresent(claimed -> out.println(name + Claims.SUFFIX + " " + claimed));
        out.flush();
    }
}
