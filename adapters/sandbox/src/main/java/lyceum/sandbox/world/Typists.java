package lyceum.sandbox.world;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Who is seen to be typing where: a platform shows it for some seconds. Any thread. */
public final class Typists {
    private static final long SHOWN_MILLIS = 10_000;

    private final WorldClock clock;
    private final Map<String, Map<String, Long>> rooms = new ConcurrentHashMap<>();

    Typists(WorldClock clock) {
        this.clock = clock;
    }

    /** @param room with its platform in front: {@code discord/general} */
    public void type(String room, String who) {
        rooms.computeIfAbsent(room, _ -> new ConcurrentHashMap<>()).put(who, clock.millis() + SHOWN_MILLIS);
    }

    /** Their names, in order. */
    public List<String> in(String room) {
        long now = clock.millis();
        return new TreeMap<>(rooms.getOrDefault(room, Map.of()))
                .entrySet().stream()
                        .filter(typist -> typist.getValue() > now)
                        .map(Map.Entry::getKey)
                        .toList();
    }
}
