package lyceum.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lyceum.config.Keys.Entry;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Binds records by their components: keys in kebab case, {@code KEY-file} for a secret's file, defaults from {@code defaults()}. */
final class Records {
    private static final String FILE = "-file";

    private final Binder binder;
    private final Scalars scalars;
    private final Problems problems;

    Records(Binder binder, Scalars scalars, Problems problems) {
        this.binder = binder;
        this.scalars = scalars;
        this.problems = problems;
    }

    @Nullable
    Object bind(Class<?> type, Spot spot) {
        int before = problems.count();
        Map<String, Entry> entries = new Keys(spot, problems).entries();
        if (entries.isEmpty() && problems.count() > before) {
            return null;
        }
        unknown(type, entries, spot);
        try {
            return construct(type, entries, spot);
        } catch (Refused e) {
            problems.add(spot, e.reason());
            return null;
        }
    }

    private @Nullable Object construct(Class<?> type, Map<String, Entry> entries, Spot spot) throws Refused {
        Optional<Record> defaults = Shape.defaults(type);
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = value(component, entries, spot, defaults);
            if (value != null) {
                values.add(value);
            }
        }
        if (values.size() < type.getRecordComponents().length) {
            return null;
        }
        try {
            return Shape.construct(type, values);
        } catch (Refused e) {
            problems.add(blamed(e.reason(), entries).orElse(spot), e.reason());
            return null;
        }
    }

    /** The component that a constructor's message begins with. */
    private static Optional<Spot> blamed(Reason reason, Map<String, Entry> entries) {
        String word = reason.args().getFirst().split("[^A-Za-z0-9-]", 2)[0];
        return Optional.ofNullable(entries.get(Shape.kebab(word))).map(Entry::value);
    }

    private @Nullable Object value(
            RecordComponent component, Map<String, Entry> entries, Spot spot, Optional<Record> defaults)
            throws Refused {
        Entry entry = entries.get(Shape.key(component));
        Entry file = isSecret(component) ? entries.get(Shape.key(component) + FILE) : null;
        if (entry != null && file != null) {
            problems.add(file.value(), Reason.of("either", Shape.key(component), Shape.key(component) + FILE));
            return null;
        }
        if (file != null) {
            return secret(component, file.value());
        }
        if (entry != null && !entry.value().isBlank()) {
            return binder.bind(component.getGenericType(), entry.value());
        }
        return absent(component, spot, defaults);
    }

    private @Nullable Object secret(RecordComponent component, Spot spot) {
        try {
            if (!(spot.node() instanceof ScalarNode path) || spot.isBlank()) {
                throw new Refused(Reason.of("not.value", spot.found(), "secrets/token.txt"));
            }
            Secret secret = binder.secret(path.getValue());
            return component.getType() == Optional.class ? Optional.of(secret) : secret;
        } catch (Refused e) {
            problems.add(spot, e.reason());
            return null;
        }
    }

    private static boolean isSecret(RecordComponent component) {
        return component.getType() == Secret.class
                || (component.getGenericType() instanceof ParameterizedType type
                        && type.getRawType() == Optional.class
                        && type.getActualTypeArguments()[0] == Secret.class);
    }

    private @Nullable Object absent(RecordComponent component, Spot spot, Optional<Record> defaults) throws Refused {
        if (defaults.isPresent()) {
            return Shape.get(component, defaults.get());
        }
        Class<?> type = component.getType();
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class || type == Set.class || type == Map.class) {
            return type == List.class ? List.of() : type == Set.class ? Set.of() : Map.of();
        }
        Optional<Record> whole = Shape.defaults(type);
        if (whole.isPresent()) {
            return whole.get();
        }
        String path = spot.path().isEmpty() ? Shape.key(component) : spot.path() + "." + Shape.key(component);
        problems.add(spot.place(), path, Reason.of("missing", line(component)));
        return null;
    }

    /** What to write for a missing component. */
    private String line(RecordComponent component) throws Refused {
        Class<?> type = component.getType();
        if (scalars.covers(type)) {
            return Shape.key(component) + ": " + scalars.example(type);
        }
        return Shape.key(component) + ": {" + String.join(": ..., ", keys(type)) + ": ...}";
    }

    private void unknown(Class<?> type, Map<String, Entry> entries, Spot spot) {
        List<String> known = keys(type);
        Map<String, Entry> strange = new LinkedHashMap<>(entries);
        strange.keySet().removeAll(known);
        Stream.of(type.getRecordComponents())
                .filter(Records::isSecret)
                .forEach(secret -> strange.remove(Shape.key(secret) + FILE));
        strange.forEach((name, entry) -> {
            Reason reason = Nearest.to(name, known)
                    .map(near -> Reason.of("unknown.near", near))
                    .orElseGet(() -> Reason.of("unknown", String.join(", ", known)));
            problems.add(spot.at(entry.key()), entry.value().path(), reason);
        });
    }

    private static List<String> keys(Type type) {
        return Stream.of(((Class<?>) type).getRecordComponents())
                .map(Shape::key)
                .toList();
    }
}
