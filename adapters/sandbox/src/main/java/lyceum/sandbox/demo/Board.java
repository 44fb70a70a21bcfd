package lyceum.sandbox.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** What the page shows beside the rooms: where the story stands, and the tally of the trial. Any thread. */
final class Board {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<String> places;
    private final boolean hubCanBeKilled;
    private Story.Stand story = Story.Stand.UNTOLD;
    private Trial.@Nullable Tally trial;
    private Scenery.@Nullable Stage stage;
    private @Nullable ObjectNode holder;
    private @Nullable ObjectNode lesson;
    private long version = 1;

    /** @param places the platforms that are there */
    Board(List<String> places, boolean hubCanBeKilled) {
        this.places = places;
        this.hubCanBeKilled = hubCanBeKilled;
    }

    /** What stands on the board, and the number of this standing, which grows. */
    record Shown(long version, ObjectNode json) {}

    void show(Story.Stand stand) {
        change(() -> story = stand);
    }

    void show(Scenery.Stage shown) {
        change(() -> stage = shown);
    }

    void show(Trial.Tally tally) {
        change(() -> trial = tally);
    }

    /** @param has somebody, with their roles and rooms */
    void show(ObjectNode has) {
        change(() -> holder = has);
    }

    /** @param stands what is told of a class, made now */
    void show(Supplier<ObjectNode> stands) {
        change(() -> lesson = stands.get());
    }

    /** What stands after a given version, or what stands anyhow when the patience ends. */
    Shown await(long after, long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (version <= after && left > 0) {
                left = changed.awaitNanos(left);
            }
            ObjectNode json = Json.object().put("kill", hubCanBeKilled);
            places.forEach(json.putArray("places")::add);
            json.set("story", story.json());
            json.set("trial", trial == null ? null : trial.json());
            json.set("stage", stage == null ? null : stage.json());
            json.set("holder", holder);
            json.set("lesson", lesson);
            return new Shown(version, json);
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            version++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
