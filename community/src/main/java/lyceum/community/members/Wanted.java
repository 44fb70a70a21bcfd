package lyceum.community.members;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Wish;
import org.jspecify.annotations.Nullable;

/** What somebody asked of their settings, as it was understood. */
sealed interface Wanted {
    /** Null and absent mean: as it is. */
    record Changes(@Nullable Language language, @Nullable ZoneId zone, Map<Wish, Boolean> wishes) implements Wanted {
        public Changes {
            wishes = Map.copyOf(wishes);
        }

        boolean none() {
            return language == null && zone == null && wishes.isEmpty();
        }
    }

    /** No such time zone. */
    record UnknownZone(String typed, List<ZoneId> nearest) implements Wanted {
        public UnknownZone {
            nearest = List.copyOf(nearest);
        }
    }

    /** A word that the option does not know. */
    record Unclear(String option, String typed) implements Wanted {}
}
