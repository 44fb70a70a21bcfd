package lyceum.program.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lyceum.program.bench.Kills.Result;
import lyceum.program.bench.Kills.Way;

/** Counts once what stands in all four rooms of what the talkers said. */
final class Census {
    private final Crowd crowd;
    private final Map<String, SortedMap<Integer, Instant>> said = new LinkedHashMap<>();
    private final List<Way> ways = new ArrayList<>();
    private final Set<Integer> unmarked = new HashSet<>();
    private Copies roomItself = Copies.own(List.of(), "room", Set.of());
    private int gaps = Integer.MAX_VALUE;

    /** Takes what was said until now: the rooms are read afterwards, so that only more may stand there. */
    Census(Crowd crowd, Talkers talkers) {
        this.crowd = crowd;
        Talkers.PLACES.forEach(place -> said.put(place, talkers.said(place)));
    }

    /**
     * @param liveRoom what stands there
     * @param flagged see {@link Result}
     */
    Result count(List<Crowd.Line> liveRoom, Map<String, Integer> flagged) {
        Talkers.PLACES.forEach(to -> look(to, to.equals("room") ? liveRoom : crowd.room(to)));
        Map<String, Integer> howMuch = new LinkedHashMap<>();
        said.forEach((place, numbers) -> howMuch.put(place, numbers.size()));
        return new Result(howMuch, List.copyOf(ways), roomItself, flagged, gaps, unmarked.size());
    }

    private void look(String to, List<Crowd.Line> room) {
        said.forEach((from, numbers) -> {
            if (from.equals(to)) {
                return;
            }
            Copies copies = Copies.of(room, from, numbers.keySet());
            ways.add(new Way(from, to, copies));
            if (from.equals("twitch")) {
                look(Gaps.in(room), copies);
            }
        });
        if (to.equals("room")) {
            roomItself =
                    Copies.own(room, to, said.getOrDefault(to, new TreeMap<>()).keySet());
        }
    }

    private void look(Gaps marked, Copies ofTwitch) {
        gaps = Math.min(gaps, marked.count());
        Map<Integer, Instant> times = said.getOrDefault("twitch", new TreeMap<>());
        ofTwitch.missing().stream()
                .filter(number -> !marked.hold(times.getOrDefault(number, Instant.EPOCH)))
                .forEach(unmarked::add);
    }
}
