package lyceum.sandbox.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lyceum.sandbox.world.Json;

/** The lines that one visitor sees, in order, each once, as they read now. */
final class Seen {
    private final Map<String, ObjectNode> lines = new LinkedHashMap<>();
    private long cursor;

    /** The room forgot everything: it is another hub's. */
    synchronized void clear() {
        lines.clear();
    }

    synchronized long cursor() {
        return cursor;
    }

    synchronized void seenUpTo(long seq) {
        cursor = seq;
    }

    /** Takes what happened to a line; answers whether that changed what is seen. */
    synchronized boolean take(JsonNode entry) {
        String id = entry.path("id").asText();
        boolean changed = switch (entry.path("kind").asText()) {
            case "said" -> lines.putIfAbsent(id, entry.deepCopy()) == null;
            case "edited" -> edit(lines.get(id), entry);
            default -> lines.remove(id) != null;
        };
        notifyAll();
        return changed;
    }

    private static boolean edit(@org.jspecify.annotations.Nullable ObjectNode line, JsonNode entry) {
        if (line == null || same(line, entry)) {
            return false;
        }
        for (String field : List.of("text", "marks", "buttons")) {
            line.remove(field);
            if (entry.has(field)) {
                line.set(field, entry.path(field));
            }
        }
        line.put("edited", true);
        return true;
    }

    private static boolean same(ObjectNode line, JsonNode entry) {
        return line.path("text").equals(entry.path("text"))
                && line.path("marks").equals(entry.path("marks"))
                && line.path("buttons").equals(entry.path("buttons"));
    }

    synchronized Optional<ObjectNode> line(String id) {
        return Optional.ofNullable(lines.get(id));
    }

    /** The first line that fits, as soon as it is seen; empty when the time is over. */
    synchronized Optional<ObjectNode> await(Predicate<ObjectNode> fits, long untilNanos) throws InterruptedException {
        while (true) {
            Optional<ObjectNode> found = lines.values().stream().filter(fits).findFirst();
            long left = (untilNanos - System.nanoTime()) / 1_000_000;
            if (found.isPresent() || left <= 0) {
                return found;
            }
            wait(left);
        }
    }

    /** The newest {@code last}, as the calls show them. */
    synchronized ArrayNode shown(int last) {
        List<ObjectNode> all = new ArrayList<>(lines.values());
        ArrayNode shown = Json.array();
        all.subList(Math.max(0, all.size() - last), all.size()).forEach(line -> shown.add(LineView.of(line)));
        return shown;
    }
}
