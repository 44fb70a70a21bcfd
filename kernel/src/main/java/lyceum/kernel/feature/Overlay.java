package lyceum.kernel.feature;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Say;
import org.jspecify.annotations.Nullable;

/**
 * What lies over the picture in streaming software, one for each number: {@code /overlay/poll/7}.
 *
 * @param kind one lower-case word
 */
public record Overlay(String kind, View view) {
    /** What is shown now. */
    public interface View {
        /** Called as that of a {@link Page}; empty where there is nothing of that number. */
        Optional<Scene> of(long id, ReadTx tx);
    }

    /**
     * A picture that can be read from afar.
     *
     * @param over whether it is over, and only the outcome is shown
     * @param left how long it lasts still; null where there is no end to wait for
     * @param lines below the bars, the most important first
     */
    public record Scene(
            Say title,
            List<Bar> bars,
            List<Say> lines,
            boolean over,
            @Nullable Duration left) {
        public Scene {
            bars = List.copyOf(bars);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A bar with its name and value.
     *
     * @param percent its length, 0 to 100
     * @param leads whether none is longer, or it has won
     */
    public record Bar(Say name, Say value, int percent, boolean leads) {}
}
