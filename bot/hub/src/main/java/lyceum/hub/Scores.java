package lyceum.hub;

import java.util.Map;
import lyceum.kernel.feature.Score;
import org.jspecify.annotations.Nullable;

/**
 * What the scorers found on one event.
 *
 * @param found by the type of score
 * @param failures the scorers that failed, by the type of score
 */
record Scores(Map<Class<? extends Score>, Score> found, Map<Class<? extends Score>, RuntimeException> failures) {
    static final Scores NONE = new Scores(Map.of(), Map.of());

    <S extends Score> @Nullable S of(Class<S> type) {
        RuntimeException failure = failures.get(type);
        if (failure != null) {
            throw new IllegalStateException("the scorer for " + type.getSimpleName() + " failed", failure);
        }
        return type.cast(found.get(type));
    }
}
