package lyceum.community.members.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lyceum.community.members.access.RoundTable.Place;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnAccess.Inspect;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.feature.Tx;
import org.jdbi.v3.core.Handle;

/**
 * Goes through all seats within the hour and looks who sits in them: a platform that cannot list a room's members is asked about one
 * after the other, evenly, so that fifty thousand are fourteen to seventeen a second.
 */
final class Round {
    static final String LOOK = Access.NAME + ":look";
    static final Duration STEP = Duration.ofSeconds(5);
    /** A seat that was looked at so short a time ago is left in peace. */
    private static final Duration FRESH = Duration.ofMinutes(40);
    /** Steps in fifty minutes. */
    private static final int STEPS = 600;

    private static final RoundTable TABLE = new RoundTable();

    private Round() {}

    /** Takes up seats that are new and drops those that are none any more; to be called at each sweep. */
    static List<Effect> begin(Tx tx) {
        return take(tx.write()) == 0
                ? List.of()
                : List.of(new SetTimer(LOOK, tx.now().plus(STEP), ""));
    }

    /** How many seats there are now. */
    static int take(Handle write) {
        TABLE.follow(write);
        return TABLE.count(write);
    }

    /** A few of those that were not looked at for longest, and when the next few follow. */
    static List<Effect> step(Tx tx) {
        List<Effect> effects = new ArrayList<>();
        for (Place place : due(tx.write(), tx.now())) {
            effects.add(new Inspect(place.account(), place.room(), Access.NAME + ":seen"));
        }
        if (!effects.isEmpty()) {
            effects.add(new SetTimer(LOOK, tx.now().plus(STEP), ""));
        }
        return effects;
    }

    /** Those of this step, which count as looked at. */
    static List<Place> due(Handle write, Instant now) {
        List<Place> due = TABLE.longest(write, now.minus(FRESH), Math.ceilDiv(TABLE.count(write), STEPS));
        due.forEach(place -> TABLE.looked(write, place, now));
        return due;
    }
}
