package lyceum.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How much what was done to somebody still weighs: half as much after each month. */
final class Strikes {
    static final Duration HALF_LIFE = Duration.ofDays(30);

    private Strikes() {}

    /** Deeds that were taken back do not count. */
    static double of(List<Deed> deeds, Instant now) {
        return deeds.stream()
                .filter(deed -> !deed.undone())
                .mapToDouble(deed ->
                        deed.act().strikes * weight(Duration.between(deed.by().at(), now)))
                .sum();
    }

    private static double weight(Duration age) {
        return Math.pow(0.5, Math.max(0, age.toMillis()) / (double) HALF_LIFE.toMillis());
    }
}
