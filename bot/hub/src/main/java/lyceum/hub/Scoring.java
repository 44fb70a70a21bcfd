package lyceum.hub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Score;
import lyceum.kernel.feature.Scorer;

/** Runs the scorers on all cores, before the lane. */
final class Scoring implements AutoCloseable {
    private final List<Scorer<?>> scorers;
    private final ExecutorService cores;

    Scoring(List<Scorer<?>> scorers) {
        this.scorers = List.copyOf(scorers);
        this.cores = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("scoring-", 0).factory());
    }

    CompletableFuture<Scores> score(Event event) {
        if (scorers.isEmpty()) {
            return CompletableFuture.completedFuture(Scores.NONE);
        }
        return CompletableFuture.supplyAsync(() -> all(event), cores);
    }

    /** On the caller's thread, for events that were not heard from outside. */
    Scores all(Event event) {
        Map<Class<? extends Score>, Score> found = new HashMap<>();
        Map<Class<? extends Score>, RuntimeException> failures = new HashMap<>();
        for (Scorer<?> scorer : scorers) {
            try {
                Score score = scorer.score(event);
                if (score != null) {
                    found.put(scorer.type(), score);
                }
            } catch (RuntimeException e) {
                failures.put(scorer.type(), e);
            }
        }
        return new Scores(found, failures);
    }

    @Override
    public void close() {
        cores.shutdownNow();
    }
}
