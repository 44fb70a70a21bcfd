package lyceum.program.bench;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** One person in each place who counts aloud at a steady pace: {@code discord 1}, {@code discord 2} ... */
final class Talkers {
    static final List<String> PLACES = List.of("discord", "telegram", "twitch", "room");
    private static final Map<String, String> WHO =
            Map.of("discord", "ann", "telegram", "bob", "twitch", "carla", "room", "xiaoming");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Crowd crowd;
    private final long nanosBetween;
    private final AtomicBoolean talking = new AtomicBoolean(true);
    private final Map<String, SortedMap<Integer, Instant>> said = new ConcurrentHashMap<>();
    private final List<Thread> threads;

    /** @param rate messages a second over all places */
    Talkers(Crowd crowd, int rate) {
        this.crowd = crowd;
        this.nanosBetween = Duration.ofSeconds(PLACES.size()).toNanos() / rate;
        PLACES.forEach(place -> said.put(place, new ConcurrentSkipListMap<>()));
        this.threads = PLACES.stream()
                .map(place -> Thread.ofVirtual().unstarted(() -> talk(place)))
                .toList();
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Returns once something more was taken in each place, or after so long. */
    void awaitWord(Duration patience) throws InterruptedException {
        Map<String, Integer> before = new HashMap<>();
        said.forEach((place, taken) -> before.put(place, taken.size()));
        long end = System.nanoTime() + patience.toNanos();
        while (said.entrySet().stream()
                        .anyMatch(taken -> taken.getValue().size() == before.getOrDefault(taken.getKey(), 0))
                && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    void stop() throws InterruptedException {
        talking.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** The numbers that were said in a place and taken by it, each with the time at which it had been taken. */
    SortedMap<Integer, Instant> said(String place) {
        return new ConcurrentSkipListMap<>(said.getOrDefault(place, new ConcurrentSkipListMap<>()));
    }

    /** Who counts aloud in a place. */
    static String who(String place) {
        return WHO.getOrDefault(place, place);
    }

    private void talk(String place) {
        long next = System.nanoTime();
        for (int number = 1; talking.get(); number++) {
            if (say(place, place + " " + number)) {
                said.getOrDefault(place, new ConcurrentSkipListMap<>()).put(number, Instant.now());
            }
            next += nanosBetween;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    /** Whether it was taken. The live room is the hub's own: while the hub is away nobody takes what is said there. */
    private boolean say(String place, String text) {
        while (true) {
            try {
                crowd.say(place, who(place), text);
                return true;
            } catch (UncheckedIOException cutOff) {
                if (stands(place, text)) {
                    return true;
                }
            } catch (IllegalStateException refused) {
                if (place.equals("room")) {
                    return false;
                }
                throw refused;
            }
        }
    }

    /** A person whose call was cut off looks whether it stands before saying it again. */
    private boolean stands(String place, String text) {
        return crowd.room(place).stream()
                .anyMatch(line -> !line.bot() && line.text().equals(text));
    }
}
