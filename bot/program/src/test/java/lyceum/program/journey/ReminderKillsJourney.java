package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import lyceum.sandbox.SandboxSettings;
import lyceum.sqlite.Sqlite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crowd is reminded of a class by a hub that is killed every few seconds: everybody is told, and what may be told twice is known. */
class ReminderKillsJourney {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(5);
    private static final Duration TO_THE_CLASS = Duration.ofHours(3);
    private static final Duration LEAD = Duration.ofMinutes(5);
    private static final int IN_FLIGHT = 4;
    private static final int A_SECOND = 25;
    private static final String FLAGGED =
            "select count(*) from hub_outbox where ambiguous = 1 and lane like 'telegram:%'";

    @TempDir
    Path folder;

    private Town town;

    @BeforeEach
    void start() {
        town = new Town(folder, SandboxSettings.passingWithoutLimits());
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aHundredAreToldByAHubThatIsKilledInBetween() {
        everybodyIsTold(100);
    }

    @Test
    @Tag("soak")
    void twoThousandAreToldByAHubThatIsKilledAllTheTime() {
        everybodyIsTold(2_000);
    }

    private void everybodyIsTold(int people) {
        Instant starts = Instant.now().plus(TO_THE_CLASS).truncatedTo(ChronoUnit.MINUTES);
        town.gives(
                "discord",
                "ada",
                "class new",
                Map.of("title", "Graphs", "start", starts.toString().substring(0, 16), "zone", "UTC"));
        Map<String, String> wish = new LinkedHashMap<>(); // on Telegram options are words in their order
        wish.put("id", "1");
        wish.put("before", "5m");
        for (int i = 0; i < people; i++) {
            town.crowd().begins("telegram", "p" + i);
            town.gives("telegram", "p" + i, "class remind", wish);
        }
        town.crowd().clock(starts.minus(LEAD).minusSeconds(1));

        int kills = 0;
        for (int told = 0; told < people; told += A_SECOND * (int) BETWEEN_KILLS.toSeconds()) {
            LockSupport.parkNanos(BETWEEN_KILLS.toNanos());
            town.killHub();
            town.startHub();
            kills++;
        }
        town.await(PATIENCE, () -> times(people).stream().allMatch(times -> times > 0));

        int doubled = times(people).stream().mapToInt(times -> times - 1).sum();
        int flagged = flagged();
        System.out.println(people + " people, " + kills + " kills: told twice " + doubled + ", flagged " + flagged);
        assertThat(doubled).isLessThanOrEqualTo(flagged);
        assertThat(flagged).isLessThanOrEqualTo(IN_FLIGHT * kills);
    }

    /** How often each person was told. */
    private List<Integer> times(int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> (int) town.crowd()
                        .inPrivate("telegram", "p" + i)
                        .valueStream()
                        .filter(message -> message.path("text").asText().startsWith("Graphs begins in"))
                        .count())
                .toList();
    }

    private int flagged() {
        return Sqlite.readers(folder.resolve("data/hub/lyceum.db"))
                .withHandle(db -> db.createQuery(FLAGGED).mapTo(Integer.class).one());
    }
}
