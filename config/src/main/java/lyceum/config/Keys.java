package lyceum.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys that stand at a spot, each once. */
final class Keys {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Notes what is no mapping, no plain key, or there twice. */
    Keys(Spot spot, Problems problems) {
        if (spot.node() instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> add(tuple, spot, problems));
        } else if (!spot.isBlank()) {
            problems.add(spot, Reason.of("not.keys", spot.found()));
        }
    }

    /**
     * One of them.
     *
     * @param value and where it stands; where its key stands if it is no single value
     */
    record Entry(Node key, Spot value) {}

    private void add(NodeTuple tuple, Spot spot, Problems problems) {
        Node key = tuple.getKeyNode();
        if (!(key instanceof ScalarNode scalar)) {
            problems.add(spot.at(key), spot.path(), Reason.of("not.key"));
            return;
        }
        String name = scalar.getValue();
        Entry entry = new Entry(key, spot.key(key, tuple.getValueNode(), name));
        Entry first = entries.putIfAbsent(name, entry);
        if (first != null) {
            String line = Integer.toString(spot.at(first.key()).line());
            problems.add(spot.at(key), entry.value().path(), Reason.of("twice", line));
        }
    }

    Map<String, Entry> entries() {
        return entries;
    }
}
