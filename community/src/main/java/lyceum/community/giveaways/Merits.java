package lyceum.community.giveaways;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.PlatformName;

/**
 * What the house knows of a person that may let them into a giveaway.
 *
 * @param accounts all that they have
 * @param since when they were seen first
 * @param plans the names of the plans that they have now
 * @param classes at how many dates of classes they took part
 */
public record Merits(Set<AuthorId> accounts, Instant since, Set<String> plans, long classes) {
    public Merits {
        accounts = Set.copyOf(accounts);
        plans = Set.copyOf(plans);
    }

    /** Finds the person of an account. */
    @FunctionalInterface
    public interface Source extends BiFunction<ReadTx, AuthorId, Merits> {}

    /** Whether they are known as one person in two places or more. */
    boolean linked() {
        Set<PlatformName> places = accounts.stream().map(AuthorId::platform).collect(Collectors.toSet());
        return places.size() > 1;
    }

    /** Whole days for which they have been here. */
    long days(Instant now) {
        return Duration.between(since, now).toDays();
    }
}
