package lyceum.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings as they hold, key by key, with what the file left to defaults and without secrets. */
final class InForce {
    private static final String HIDDEN = "***";

    private final List<Settings.Line> lines = new ArrayList<>();

    private InForce() {}

    static List<Settings.Line> of(Record settings) {
        InForce inForce = new InForce();
        inForce.parts("", settings);
        return List.copyOf(inForce.lines);
    }

    private void parts(String path, Record settings) {
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            try {
                put(
                        path.isEmpty() ? Shape.key(component) : path + "." + Shape.key(component),
                        Shape.get(component, settings));
            } catch (Refused e) {
                throw new IllegalStateException("a record does not tell its own component " + component, e);
            }
        }
    }

    private void put(String path, Object value) {
        switch (value) {
            case Optional<?> optional -> optional.ifPresent(inner -> put(path, inner));
            case Secret _ -> add(path, HIDDEN);
            case Map<?, ?> map -> map.forEach((key, inner) -> put(path + "." + key, inner));
            case Collection<?> values
            when values.stream().anyMatch(InForce::hasParts) -> {
                int number = 1;
                for (Object inner : values) {
                    put(path + "[" + number + "]", inner);
                    number++;
                }
            }
            case Collection<?> values ->
                add(path, String.join(", ", values.stream().map(InForce::text).toList()));
            case Record parts when hasParts(parts) -> parts(path, parts);
            default -> add(path, text(value));
        }
    }

    private static boolean hasParts(Object value) {
        return value instanceof Record
                && !Shape.wrapsOne(value.getClass())
                && Shape.factory(value.getClass()).isEmpty();
    }

    private static String text(Object value) {
        if (value instanceof Secret) {
            return HIDDEN;
        }
        if (value instanceof Record record && Shape.wrapsOne(record.getClass())) {
            try {
                return text(Shape.get(record.getClass().getRecordComponents()[0], record));
            } catch (Refused e) {
                throw new IllegalStateException("a record does not tell its own component", e);
            }
        }
        return value.toString().replaceAll("://[^/@]*@", "://" + HIDDEN + "@");
    }

    private void add(String path, String value) {
        lines.add(new Settings.Line(path, value));
    }
}
