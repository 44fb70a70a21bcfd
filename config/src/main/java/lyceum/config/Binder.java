package lyceum.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Binds a node to a type; where it does not fit, the problem is noted, null is given and reading goes on. */
final class Binder {
    private final Texts texts;
    private final Scalars scalars;
    private final Problems problems;

    Binder(Texts texts, Problems problems) {
        this.texts = texts;
        this.scalars = new Scalars(texts);
        this.problems = problems;
    }

    @Nullable
    Object bind(Type type, Spot spot) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, spot);
        }
        Class<?> plain = (Class<?>) type;
        boolean mapped = spot.node() instanceof MappingNode && plain.isRecord() && !Shape.wrapsOne(plain);
        return scalars.covers(plain) && !mapped ? scalar(plain, spot) : record(plain, spot);
    }

    private @Nullable Object generic(ParameterizedType type, Spot spot) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] of = type.getActualTypeArguments();
        if (raw == Optional.class) {
            Object bound = bind(of[0], spot);
            return bound == null ? null : Optional.of(bound);
        }
        if (raw == List.class || raw == Set.class) {
            return new Lists(this, texts, problems).bind(raw, of[0], spot);
        }
        if (raw == Map.class) {
            return map(of, spot);
        }
        throw new IllegalArgumentException("settings cannot be bound to " + type);
    }

    /** True if each value of the type is written as one text, so that a list of it may stand in a file. */
    boolean isText(Type type) {
        return type instanceof Class<?> plain && scalars.covers(plain);
    }

    private @Nullable Object scalar(Class<?> type, Spot spot) {
        try {
            Optional<String> file = file(spot);
            if (type == Secret.class && file.isPresent()) {
                return secret(file.get());
            }
            if (spot.node() instanceof ScalarNode scalar) {
                return scalars.read(type, scalar.getValue());
            }
            throw new Refused(Reason.of("not.value", spot.found(), scalars.example(type)));
        } catch (Refused e) {
            problems.add(spot, e.reason());
            return null;
        }
    }

    /** The secret that is the content of a file. */
    Secret secret(String file) throws Refused {
        String content = texts.content(texts.path(texts.filled(file))).strip();
        if (content.isEmpty()) {
            throw new Refused(Reason.of("file.empty", file));
        }
        return new Secret(content);
    }

    /** The path in <code>{file: path}</code>; empty where something else stands. */
    static Optional<String> file(Spot spot) {
        if (spot.node() instanceof MappingNode mapping && mapping.getValue().size() == 1) {
            NodeTuple only = mapping.getValue().getFirst();
            if (only.getKeyNode() instanceof ScalarNode key
                    && key.getValue().equals("file")
                    && only.getValueNode() instanceof ScalarNode value) {
                return Optional.of(value.getValue());
            }
        }
        return Optional.empty();
    }

    private @Nullable Object record(Class<?> type, Spot spot) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("settings cannot be bound to " + type);
        }
        return new Records(this, scalars, problems).bind(type, spot);
    }

    private @Nullable Object map(Type[] of, Spot spot) {
        Map<Object, Object> bound = new LinkedHashMap<>();
        int before = problems.count();
        new Keys(spot, problems).entries().forEach((name, entry) -> {
            Object key = bind(
                    of[0],
                    new Spot(entry.key(), spot.at(entry.key()), entry.value().path()));
            Object value = bind(of[1], entry.value());
            if (key != null && value != null) {
                bound.put(key, value);
            }
        });
        return problems.count() == before ? Map.copyOf(bound) : null;
    }
}
