package lyceum.program.bench;

import java.io.PrintWriter;
import java.util.Locale;

/** Prints one figure a line: {@code name value unit}. */
public final class Figures {
    private final PrintWriter out;

    public Figures(PrintWriter out) {
        this.out = out;
    }

    void count(String name, long value) {
        line(name, String.valueOf(value), "count");
    }

    void number(String name, double value, String unit) {
        line(name, String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value), unit);
    }

    private void line(String name, String value, String unit) {
        out.println(name + " " + value + " " + unit);
        out.flush();
    }
}
