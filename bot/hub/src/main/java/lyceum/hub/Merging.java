package lyceum.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Merges;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Edits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts posts that wait for one room into one message, where its platform lets fewer through than there are, and lets what stands be
 * changed, or taken away and said again: nobody's line could be taken away otherwise. Lane's thread only.
 */
final class Merging {
    private static final Logger LOG = LoggerFactory.getLogger(Merging.class);
    private static final int MOST = 50;
    /** Fewer go one by one: they are through soon, and read better. */
    private static final int LEAST = 5;
    /** The same where a platform can be read back, since it also lets more through. */
    private static final int LEAST_WHERE_READ_BACK = 20;

    private final List<Merges> features;
    private final Courier courier;

    Merging(List<Feature> features, Courier courier) {
        this.features = features.stream()
                .filter(Merges.class::isInstance)
                .map(Merges.class::cast)
                .toList();
        this.courier = courier;
    }

    /**
     * As many of the first rows as fit into one message, as that message; empty where the first goes alone.
     *
     * @param span in which they came
     */
    Optional<Row> head(Collection<Row> planned, Duration span) {
        Row first = planned.iterator().next();
        Optional<Merges> feature = feature(first);
        if (feature.isEmpty()) {
            return Optional.empty();
        }
        List<Row> run = planned.stream()
                .limit(MOST)
                .takeWhile(row -> feature.equals(feature(row)))
                .toList();
        int least = courier.settles(first.effect()) ? LEAST_WHERE_READ_BACK : LEAST;
        return run.size() < least ? Optional.empty() : fitting(feature.get(), run, span);
    }

    private Optional<Merges> feature(Row row) {
        OnPlatform effect = row.effect();
        boolean untried = row.attempts() == 0 && !row.unclear();
        boolean canChange = courier.can(effect.room(), Edits.class) || courier.can(effect.room(), Deletes.class);
        return !untried || !canChange || !(effect instanceof Post post)
                ? Optional.empty()
                : features.stream()
                        .filter(feature -> post.ref().startsWith(feature.name() + ":") && feature.merges(post))
                        .findFirst();
    }

    private Optional<Row> fitting(Merges feature, List<Row> run, Duration span) {
        List<Post> posts = new ArrayList<>();
        run.forEach(row -> posts.add((Post) row.effect()));
        try {
            for (int size = run.size(); size > 1; size = Math.min(size - 1, size * 3 / 4)) {
                Post merged = feature.merged(posts.subList(0, size), span);
                if (courier.fit(merged).size() == 1) {
                    return Optional.of(Row.together(run.subList(0, size), merged));
                }
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "{} failed to merge its posts for {}; they go one by one",
                    feature.name(),
                    run.getFirst().lane(),
                    e);
        }
        return Optional.empty();
    }
}
