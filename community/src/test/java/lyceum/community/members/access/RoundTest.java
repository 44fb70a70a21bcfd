package lyceum.community.members.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.community.members.access.RoundTable.Place;
import lyceum.sqlite.Sqlite;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether people sit where they may is looked at within the hour, evenly. */
class RoundTest {
    private static final int MEMBERS = 50_000;
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void fiftyThousandSeatsAreLookedAtWithinEachHourAtSeventeenASecondAtMost() {
        try (Sqlite sqlite = Sqlite.open(folder.resolve("lyceum.db"))) {
            Handle db = sqlite.writer();
            seats(db);
            Map<Place, Instant> looked = new HashMap<>();
            Set<Place> first = new HashSet<>();
            Duration longest = Duration.ZERO;
            db.execute("begin");
            Round.take(db);
            for (Instant now = START; now.isBefore(START.plus(Duration.ofHours(2))); now = now.plus(Round.STEP)) {
                List<Place> due = Round.due(db, now);
                assertThat(due.size()).isLessThanOrEqualTo((int) (17 * Round.STEP.toSeconds()));
                for (Place place : due) {
                    Instant before = looked.put(place, now);
                    Duration since = before == null ? Duration.ZERO : Duration.between(before, now);
                    longest = since.compareTo(longest) > 0 ? since : longest;
                }
                if (now.isBefore(START.plus(Duration.ofHours(1)))) {
                    first.addAll(due);
                }
            }
            db.execute("commit");
            assertThat(first).hasSize(MEMBERS);
            assertThat(longest).isLessThanOrEqualTo(Duration.ofHours(1));
        }
    }

    private static void seats(Handle db) {
        db.execute("begin");
        PreparedBatch given = db.prepareBatch(
                "insert into access_given (account, perk, state, since) values (?, 'seat:telegram:-1001', 'HAS', 0)");
        for (int i = 1; i <= MEMBERS; i++) {
            given.add("telegram:" + i);
        }
        given.execute();
        db.execute("commit");
    }
}
