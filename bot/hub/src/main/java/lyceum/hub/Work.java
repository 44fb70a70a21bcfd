package lyceum.hub;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import lyceum.kernel.event.Event;

/** What waits for a turn in the lane. */
sealed interface Work {
    /** Whether it only says that an effect stands: nobody outside waits for that to be kept. */
    default boolean isReceipt() {
        return this instanceof Ended ended && ended.end() instanceof End.Stood;
    }

    /** Something from outside; {@code durable} completes after the commit. */
    record Heard(Event event, CompletableFuture<Scores> scores, CompletableFuture<Void> durable) implements Work {}

    /** A try of an effect has ended. */
    record Ended(RoomLane lane, Row row, End end) implements Work {}

    /** A room has rested long enough after an effect that could not be done. */
    record Rested(RoomLane lane) implements Work {}

    /** The instant of appointed rows has come; those that the platform can settle are with their rooms already. */
    record Due(List<Row> rows) implements Work {}

    /** The alarm for timers rang, or the clock was set. */
    record Rang() implements Work {}

    /** Somebody asks that a dead letter be handled again; completes with whether it was. */
    record Replay(long letter, CompletableFuture<Boolean> done) implements Work {}

    /** It is time to look for what needs a human. */
    record Watching() implements Work {}

    /** Somebody asks what waits for each lane out, exactly and now. */
    record Look(CompletableFuture<Map<String, Waiting>> seen) implements Work {}
}
