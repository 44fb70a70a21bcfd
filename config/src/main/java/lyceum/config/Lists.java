package lyceum.config;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Binds lists and sets; {@code {file: path}} stands for the lines of that file, alone or as an item. */
final class Lists {
    private final Binder binder;
    private final Texts texts;
    private final Problems problems;

    Lists(Binder binder, Texts texts, Problems problems) {
        this.binder = binder;
        this.texts = texts;
        this.problems = problems;
    }

    @Nullable
    Object bind(Class<?> raw, Type of, Spot spot) {
        int before = problems.count();
        List<Object> bound = new ArrayList<>();
        Map<Object, Place> first = new HashMap<>();
        for (Spot item : items(of, spot)) {
            Object value = binder.bind(of, item);
            Place earlier = value == null ? null : first.putIfAbsent(value, item.place());
            if (earlier != null && raw == Set.class) {
                problems.add(item, Reason.of("twice", Integer.toString(earlier.line())));
            } else if (value != null) {
                bound.add(value);
            }
        }
        if (problems.count() > before) {
            return null;
        }
        return raw == Set.class ? Collections.unmodifiableSet(new LinkedHashSet<>(bound)) : List.copyOf(bound);
    }

    private List<Spot> items(Type of, Spot spot) {
        Optional<String> file = binder.isText(of) ? Binder.file(spot) : Optional.empty();
        if (file.isPresent()) {
            return lines(file.get(), spot);
        }
        if (spot.node() instanceof SequenceNode sequence) {
            List<Spot> items = new ArrayList<>();
            for (Node node : sequence.getValue()) {
                Spot item = spot.item(node, items.size());
                Optional<String> other = binder.isText(of) ? Binder.file(item) : Optional.empty();
                items.addAll(other.isPresent() ? lines(other.get(), item) : List.of(item));
            }
            return items;
        }
        if (!spot.isBlank()) {
            problems.add(spot, Reason.of("not.list", spot.found()));
        }
        return List.of();
    }

    /** The lines of a file that are neither empty nor comments after {@code #}. */
    private List<Spot> lines(String file, Spot spot) {
        try {
            Path path = texts.path(texts.filled(file));
            List<Spot> items = new ArrayList<>();
            int number = 0;
            for (String line : texts.content(path).lines().toList()) {
                number++;
                if (!line.isBlank() && !line.strip().startsWith("#")) {
                    items.add(spot.line(new Place(path.toString(), number, 1), line.strip()));
                }
            }
            return items;
        } catch (Refused e) {
            problems.add(spot, e.reason());
            return List.of();
        }
    }
}
