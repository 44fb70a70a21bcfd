package lyceum.hub;

import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import lyceum.kernel.clock.Alarm;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Scorer;
import lyceum.kernel.platform.Platform;

/**
 * What a hub is made of.
 *
 * @param features in the order in which they hear an event
 */
public record Parts(
        Store store,
        List<Feature> features,
        List<Scorer<?>> scorers,
        List<Platform> platforms,
        Nature nature,
        HubSettings settings) {
    public Parts {
        features = List.copyOf(features);
        scorers = List.copyOf(scorers);
        platforms = List.copyOf(platforms);
    }

    /** Time and chance, which come from outside. */
    public record Nature(InstantSource clock, Alarm alarm, RandomGenerator chance) {}
}
