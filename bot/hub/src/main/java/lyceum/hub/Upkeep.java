package lyceum.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the lane looks after at each commit: the bell for the next timer, the figures, and the log of backlogs. Lane's thread only. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final int WORTH_TELLING = 20;
    private static final long NANOS_BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();
    private static final int LOOKS_BETWEEN_LINES = 10;

    private final Parts parts;
    private final TimerTable timers;
    private final Figures figures;
    private final BlockingQueue<Work> lane;
    private final Set<String> backlogs = new HashSet<>();
    private @Nullable Instant armed;
    private long lastLook = System.nanoTime();
    private int looks;

    Upkeep(Parts parts, TimerTable timers, Figures figures, BlockingQueue<Work> lane) {
        this.parts = parts;
        this.timers = timers;
        this.figures = figures;
        this.lane = lane;
    }

    /** Makes the alarm ring at the next due time. */
    void armTimers(Batch batch, Instant now) {
        Optional<Instant> next = timers.next();
        Instant before = armed;
        if (next.isEmpty() || next.get().equals(before)) {
            return;
        }
        batch.change(() -> armed = next.get(), () -> armed = before);
        batch.afterCommit(
                () -> parts.nature().alarm().after(Duration.between(now, next.get()), () -> lane.add(new Work.Rang())));
    }

    /** The alarm rang or the clock was set: what was armed is no longer to be trusted. */
    void disarmed() {
        armed = null;
    }

    void outOfRoom(boolean full) {
        if (full != figures.outOfRoom()) {
            figures.outOfRoom(full);
            if (full) {
                LOG.error("the disk is full: nothing is acknowledged until there is room");
            } else {
                LOG.info("there is room on the disk again: the hub goes on");
            }
        }
    }

    void afterCommit(Collection<RoomLane> rooms) {
        outOfRoom(false);
        figures.committed();
        long now = System.nanoTime();
        if (now - lastLook < NANOS_BETWEEN_LOOKS) {
            return;
        }
        lastLook = now;
        looks++;
        for (RoomLane room : rooms) {
            figures.waiting(room.name(), room.waiting());
            tell(room);
        }
    }

    /** At once when a backlog begins, then now and then, and once when it is over. */
    private void tell(RoomLane room) {
        int waiting = room.waiting();
        if (waiting >= WORTH_TELLING && (backlogs.add(room.name()) || looks % LOOKS_BETWEEN_LINES == 0)) {
            LOG.info("backlog: {} waiting for {}", waiting, room.name());
        } else if (waiting == 0 && backlogs.remove(room.name())) {
            LOG.info("backlog: nothing waits any more for {}", room.name());
        }
    }
}
