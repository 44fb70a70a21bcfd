package lyceum.community.bridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lyceum.kernel.id.RoomId;

/** Which rooms read a room, over all links. */
final class Joined {
    private final Map<RoomId, List<RoomId>> others = new HashMap<>();
    private final List<Link> links;

    Joined(List<Link> links) {
        this.links = links;
        Map<RoomId, Set<RoomId>> all = new HashMap<>();
        for (Link link : links) {
            for (RoomId room : link.rooms()) {
                all.computeIfAbsent(room, _ -> new LinkedHashSet<>()).addAll(link.rooms());
            }
        }
        all.forEach((room, with) -> {
            with.remove(room);
            others.put(room, List.copyOf(with));
        });
    }

    /** In the order of the settings; empty for a room that is not joined. */
    List<RoomId> with(RoomId room) {
        return others.getOrDefault(room, List.of());
    }

    /** The same text as long as a room's links hold the same rooms, in whatever order they are written. */
    String signature(RoomId room) {
        List<String> sets = new ArrayList<>();
        for (Link link : links) {
            if (link.rooms().contains(room)) {
                Set<String> rooms = new TreeSet<>();
                link.rooms().forEach(each -> rooms.add(each.toString()));
                sets.add(String.join(" ", rooms));
            }
        }
        sets.sort(null);
        return String.join("\n", sets);
    }
}
