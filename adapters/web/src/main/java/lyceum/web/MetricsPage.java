package lyceum.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import lyceum.web.Gauge.Kind;

/** {@code GET /metrics}: the gauges and the platforms in Prometheus' text format 0.0.4. */
final class MetricsPage {
    private static final String TYPE = "text/plain; version=0.0.4";

    private final Status status;
    private final Phrases phrases;

    MetricsPage(Status status, Phrases phrases) {
        this.status = status;
        this.phrases = phrases;
    }

    Answer answer() {
        Map<String, List<Gauge>> families = new TreeMap<>();
        for (Gauge gauge : all()) {
            families.computeIfAbsent(gauge.name(), _ -> new ArrayList<>()).add(gauge);
        }
        StringBuilder text = new StringBuilder();
        families.values().forEach(family -> write(family, text));
        return new Answer(200, TYPE, text.toString());
    }

    private List<Gauge> all() {
        List<Gauge> all = new ArrayList<>(status.gauges());
        status.now()
                .forEach((name, health) -> all.add(new Gauge(
                        "lyceum_platform_up",
                        Kind.GAUGE,
                        Map.of("platform", name.value()),
                        Phrase.of("web.platform-up"),
                        () -> health.up() ? 1 : 0)));
        return all;
    }

    private void write(List<Gauge> family, StringBuilder text) {
        Gauge first = family.getFirst();
        String help = phrases.render(first.label(), Language.EN).plain();
        text.append("# HELP %s %s\n"
                .formatted(first.name(), help.replace("\\", "\\\\").replace("\n", "\\n")));
        text.append("# TYPE %s %s\n".formatted(first.name(), first.kind().name().toLowerCase(Locale.ROOT)));
        for (Gauge gauge : family) {
            text.append("%s%s %s\n"
                    .formatted(
                            gauge.name(),
                            labels(gauge.labels()),
                            number(gauge.value().getAsDouble())));
        }
    }

    private static String labels(Map<String, String> labels) {
        return labels.isEmpty()
                ? ""
                : new TreeMap<>(labels)
                        .entrySet().stream()
                                .map(label -> "%s=\"%s\"".formatted(label.getKey(), escaped(label.getValue())))
                                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** Whole numbers without a fraction. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
