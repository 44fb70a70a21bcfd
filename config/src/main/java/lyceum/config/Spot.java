package lyceum.config;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A node of the file with where it stands and the keys that lead to it. */
record Spot(Node node, Place place, String path) {
    Spot key(Node key, Node value, String name) {
        Place at = isBlank(value) || !(value instanceof ScalarNode) ? at(key) : at(value);
        return new Spot(value, at, path.isEmpty() ? name : path + "." + name);
    }

    Spot item(Node item, int index) {
        return new Spot(item, at(item), path + "[" + index + "]");
    }

    /** A line of another file in place of an item. */
    Spot line(Place line, String text) {
        return new Spot(new ScalarNode(Tag.STR, text, ScalarStyle.DOUBLE_QUOTED), line, path);
    }

    Place at(Node other) {
        return other.getStartMark().map(this::at).orElse(place);
    }

    private Place at(Mark mark) {
        return new Place(place.file(), mark.getLine() + 1, mark.getColumn() + 1);
    }

    boolean isBlank() {
        return isBlank(node);
    }

    /** True for a key without a value: its section is as good as absent. */
    static boolean isBlank(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("~")
                        || scalar.getValue().equals("null"));
    }

    /** What stands here, as a phrase key. */
    String found() {
        return switch (node) {
            case MappingNode _ -> "keys\n键";
            case SequenceNode _ -> "a list\n列表";
            default -> "a value\n一个值";
        };
    }
}
