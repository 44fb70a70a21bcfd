package lyceum.sandbox.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import lyceum.sandbox.world.Faults.Fault;
import lyceum.sandbox.world.Feed;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** People talk in all places, something is broken meanwhile, and every copy is counted. One trial at a time. */
final class Trial {
    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);
    private static final int LINES = 20;
    private static final List<String> PEOPLE = List.of("ann", "bob", "carla", "小明");
    private static final long BETWEEN_LINES = Duration.ofMillis(300).toNanos();
    private static final long BETWEEN_LOOKS = Duration.ofMillis(200).toNanos();
    /** What comes twice comes soon after. */
    private static final long QUIET = Duration.ofSeconds(3).toNanos();
    /** Telegram takes twenty messages a minute in a group, and the story may have used them. */
    private static final long PATIENCE = Duration.ofMinutes(4).toNanos();

    private final Cast cast;
    private final Feed feed;
    private final Board board;
    private final Runnable killHub;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicInteger number = new AtomicInteger();

    /** @param killHub ends the hub's process at once and starts it again */
    Trial(Cast cast, Feed feed, Board board, Runnable killHub) {
        this.cast = cast;
        this.feed = feed;
        this.board = board;
        this.killHub = killHub;
    }

    /**
     * What the page shows.
     *
     * @param delivered copies that stand in the other places
     * @param waiting copies that are still to come; at the end they count as lost
     */
    record Tally(String kind, boolean running, int said, int delivered, int waiting, int doubled) {
        ObjectNode json() {
            return Json.object()
                    .put("kind", kind)
                    .put("running", running)
                    .put("said", said)
                    .put("delivered", delivered)
                    .put("waiting", running ? waiting : 0)
                    .put("lost", running ? 0 : waiting)
                    .put("doubled", doubled);
        }
    }

    /**
     * @param words a line as people say it, with {@code {0}} for its number
     * @throws Refused if a trial is running
     */
    void begin(Breakage breakage, String words) {
        if (!running.compareAndSet(false, true)) {
            throw Refused.conflict("a trial is running");
        }
        Thread.ofVirtual().name("trial").start(() -> {
            try {
                run(breakage, words);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.error("the trial broke off", e);
            } finally {
                cast.clearFaults();
                running.set(false);
            }
        });
    }

    private void run(Breakage breakage, String words) throws Exception {
        Copies copies = new Copies(
                "T" + number.incrementAndGet() + "-", cast.platforms().size() - 1);
        try (AutoCloseable _ = feed.listen(copies::hear)) {
            for (int line = 0; line < LINES; line++) {
                if (line % (LINES / 3) == LINES / 6) {
                    smash(breakage);
                }
                say(line, words, copies);
                board.show(copies.tally(breakage.word(), true));
                LockSupport.parkNanos(BETWEEN_LINES);
            }
            long until = System.nanoTime() + PATIENCE;
            while (copies.unsettledFor(QUIET) && System.nanoTime() < until) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
                board.show(copies.tally(breakage.word(), true));
            }
        }
        board.show(copies.tally(breakage.word(), false));
    }

    private void say(int line, String words, Copies copies) throws InterruptedException {
        List<String> platforms = cast.platforms();
        String platform = platforms.get(line % platforms.size());
        String who = PEOPLE.get(line / platforms.size() % PEOPLE.size());
        String text = words.replace("{0}", copies.mark(line));
        try {
            cast.say(platform, Cast.joinedRoom(platform), who, text);
            copies.said(line, platform);
        } catch (Refused e) {
            LOG.info("{} did not take a line, which is not counted: {}", platform, e.getMessage());
        }
    }

    private void smash(Breakage breakage) {
        switch (breakage) {
            case TOO_MANY -> cast.plan(new Fault(breakage.word(), 1.0), 3);
            case DISCONNECT -> cast.plan(new Fault(breakage.word(), null), 1);
            case DUPLICATE -> cast.plan(new Fault(breakage.word(), null), LINES);
            case KILL -> killHub.run();
        }
    }
}
