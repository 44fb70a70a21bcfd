package lyceum.program.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import lyceum.program.simulation.Count;
import lyceum.program.simulation.Wall;

/**
 * One person in each of the four places who talks at a steady pace, changes some of what they said while its copies are under way,
 * and takes some of it back, as far as their platform tells of it; afterwards the rooms are counted.
 */
public final class Changers {
    private static final List<String> PLACES = Talkers.PLACES;
    private static final Duration STANDSTILL = Duration.ofMinutes(1);
    /** Out of so many messages one is changed, and one taken back. */
    private static final int CHANGED = 8;

    private static final int TAKEN_BACK = 12;
    private static final int RECENT = 100;
    private static final int MOST_WORDINGS = 100;

    private final Crowd crowd;
    private final List<Talker> talkers;

    /** @param each how many messages each of the four says */
    public Changers(Crowd crowd, int each, long seed) {
        this.crowd = crowd;
        this.talkers = PLACES.stream()
                .map(place -> new Talker(place, each, new Random(seed + PLACES.indexOf(place))))
                .toList();
    }

    /** @param rate messages a second over all places */
    public Count run(int rate) throws InterruptedException {
        long between = Duration.ofSeconds(PLACES.size()).toNanos() / rate;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> talks = talkers.stream()
                    .map(talker -> threads.submit(() -> talker.talk(between)))
                    .toList();
            for (Future<?> talk : talks) {
                talk.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("somebody could not say what they meant to", e.getCause());
        }
        return awaitCaughtUp();
    }

    /** How often something was changed, and how often taken back. */
    public int changes() {
        return talkers.stream().mapToInt(talker -> talker.changes).sum();
    }

    /** As long as something still changes, it is waited for. */
    private Count awaitCaughtUp() {
        long progress = System.nanoTime();
        Count count = count();
        while (open(count) > 0 && System.nanoTime() - progress < STANDSTILL.toNanos()) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            Count next = count();
            progress = open(next) < open(count) ? System.nanoTime() : progress;
            count = next;
        }
        return count;
    }

    private static long open(Count count) {
        return count.lost() + count.kept() + count.stale();
    }

    private Count count() {
        Count count = new Count();
        for (String room : PLACES) {
            Wall wall = new Wall();
            crowd.room(room).stream().filter(Crowd.Line::bot).forEach(line -> wall.add(line.text()));
            talkers.stream()
                    .filter(talker -> !talker.place.equals(room))
                    .forEach(talker -> talker.look(wall, room, count));
            count.room(wall);
        }
        return count;
    }

    /** A message: which of all it is, what the platform calls it, how often it was changed, and whether it was taken back. */
    private static final class Said {
        private final int number;
        private final String message;
        private int wording;
        private boolean gone;

        Said(int number, String message) {
            this.number = number;
            this.message = message;
        }
    }

    private final class Talker {
        private final String place;
        private final int each;
        private final Random chance;
        private final List<Said> said = new ArrayList<>();
        private int changes;

        Talker(String place, int each, Random chance) {
            this.place = place;
            this.each = each;
            this.chance = chance;
        }

        void talk(long nanosBetween) {
            long next = System.nanoTime();
            while (said.size() < each) {
                int number = said.size() * PLACES.size() + PLACES.indexOf(place);
                said.add(new Said(number, act("say", Map.of("text", words(number, 0)))));
                if (!place.equals("twitch") && chance.nextInt(CHANGED) == 0) {
                    change(recent());
                }
                if (!place.equals("telegram") && chance.nextInt(TAKEN_BACK) == 0) {
                    takeBack(recent());
                }
                next += nanosBetween;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }

        private Said recent() {
            return said.get(Math.max(0, said.size() - 1 - chance.nextInt(RECENT)));
        }

        private void change(Said one) {
            if (!one.gone && one.wording < MOST_WORDINGS) {
                one.wording++;
                changes++;
                act("edit", Map.of("message", one.message, "text", words(one.number, one.wording)));
            }
        }

        private void takeBack(Said one) {
            if (!one.gone) {
                one.gone = true;
                changes++;
                act("delete", Map.of("message", one.message));
            }
        }

        private String act(String verb, Map<String, String> what) {
            Map<String, Object> body = new HashMap<>(what);
            body.put("who", Talkers.who(place));
            return crowd.act(place, verb, body).path("message").asText();
        }

        private static String words(int number, int wording) {
            return "#" + number + "." + wording + " is what I would like to say about heaps";
        }

        /** On Twitch nothing can be changed: there each wording stands for itself. */
        void look(Wall wall, String room, Count count) {
            for (Said one : said) {
                int most = room.equals("twitch") ? 1 + one.wording : 1;
                count.look(wall, one.number, new Count.Expected(one.gone ? 0 : 1, most, one.wording));
            }
        }
    }
}
