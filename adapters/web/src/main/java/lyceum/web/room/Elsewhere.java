package lyceum.web.room;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is here under a name at other processes, so that nobody stays for ever whose process has ended without a word. A process that
 * was silent at two looks in a row has ended. Any thread.
 */
final class Elsewhere {
    private final Map<String, Map<String, Stay>> byProcess = new HashMap<>();
    private Set<String> silent = Set.of();

    record Stay(FarSeat seat, Guest guest) {}

    synchronized void is(FarSeat seat, Guest guest) {
        if (guest.speaks()) {
            byProcess.computeIfAbsent(seat.process(), _ -> new HashMap<>()).put(seat.name(), new Stay(seat, guest));
        }
    }

    synchronized void leaves(FarSeat seat) {
        byProcess.computeIfPresent(seat.process(), (_, stays) -> {
            stays.remove(seat.name());
            return stays.isEmpty() ? null : stays;
        });
    }

    /** Those of which somebody is known. */
    synchronized List<String> processes() {
        return List.copyOf(byProcess.keySet());
    }

    /**
     * Takes away whoever was at processes that have ended.
     *
     * @param now those that are silent at this look
     */
    synchronized List<Stay> endedWith(Collection<String> now) {
        Set<String> ended = new HashSet<>(now);
        ended.retainAll(silent);
        silent = Set.copyOf(now);
        List<Stay> stays = ended.stream()
                .flatMap(process -> byProcess.getOrDefault(process, Map.of()).values().stream())
                .toList();
        byProcess.keySet().removeAll(ended);
        return stays;
    }
}
