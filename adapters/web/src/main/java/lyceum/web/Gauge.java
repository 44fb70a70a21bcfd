package lyceum.web;

import java.util.Map;
import java.util.function.DoubleSupplier;
import lyceum.kernel.document.Say;

/**
 * A number that the hub shows about itself.
 *
 * @param name in Prometheus' way: {@code lyceum_events_total}; several gauges may share one and differ in labels
 * @param label what it is, for people
 * @param value asked at each request, from any thread; must be quick
 */
public record Gauge(String name, Kind kind, Map<String, String> labels, Say label, DoubleSupplier value) {
    public Gauge {
        if (!name.matches("[a-z_]+")) {
            throw new IllegalArgumentException("a gauge's name is of lower-case letters and _, not '" + name + "'");
        }
        labels = Map.copyOf(labels);
    }

    /** A number that only grows while the process lives. */
    public static Gauge counter(String name, Say label, DoubleSupplier value) {
        return new Gauge(name, Kind.COUNTER, Map.of(), label, value);
    }

    /** A number that rises and falls. */
    public static Gauge level(String name, Say label, DoubleSupplier value) {
        return new Gauge(name, Kind.GAUGE, Map.of(), label, value);
    }

    /** Whether it only grows. */
    public enum Kind {
        COUNTER,
        GAUGE
    }
}
