package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lyceum.program.bench.Program;
import lyceum.sandbox.SandboxSettings;
import lyceum.sqlite.Sqlite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A moderator decides while the hub is killed again and again: every decision is carried out, and each of them once. */
class CaseKillsJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AT_MOST = Duration.ofMinutes(8);
    private static final int FANS = 20;
    private static final int AT_A_TIME = 2;
    /** So slowly that they are no raid. */
    private static final Duration BETWEEN_FANS = Duration.ofSeconds(3);

    private static final int UP_AT_MOST_MILLIS = 1_500;

    @TempDir
    Path folder;

    @Test
    @Tag("soak")
    void whereverItIsKilledNothingThatWasDecidedIsLostOrDoneTwice() throws IOException, InterruptedException {
        Random random = new Random(7);
        int kills = 0;
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            for (int i = 0; i < FANS; i++) {
                town.crowd().say("discord", "f" + i, words(i));
                LockSupport.parkNanos(BETWEEN_FANS.toNanos());
            }
            long end = System.nanoTime() + AT_MOST.toNanos();
            while (!allDecided(town) && System.nanoTime() < end) {
                decideSome(town);
                LockSupport.parkNanos(
                        Duration.ofMillis(random.nextInt(UP_AT_MOST_MILLIS)).toNanos());
                town.killHub();
                kills++;
                town.startHub();
            }
            for (int i = 0; i < FANS; i++) {
                int fan = i;
                town.await(PATIENCE, () -> isSilenced(town, fan));
                town.await(PATIENCE, () -> told(town, fan).size() == 1);
            }

            assertThat(kills).isGreaterThanOrEqualTo(FANS / AT_A_TIME);
            assertThat(numbers("select case_id from moderation_case order by case_id"))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, FANS).boxed().toList());
            assertThat(numbers("select count(*) from moderation_deed where act = 'TIMEOUT' group by member"))
                    .hasSize(FANS)
                    .containsOnly(1L);
            assertThat(town.crowd().room("discord"))
                    .noneMatch(line -> line.text().startsWith("a discount code"));
            IntStream.range(0, FANS).forEach(i -> assertThat(told(town, i)).hasSize(1));
        }
        System.out.println(FANS + " decisions, " + kills + " kills");
        assertThat(audited()).isZero();
    }

    private static String words(int fan) {
        return "a discount code for everybody who sits in row " + fan + ".";
    }

    private static boolean allDecided(Town town) {
        return cards(town)
                        .filter(card -> card.path("buttons").toString().contains("Undo"))
                        .count()
                == FANS;
    }

    private static Stream<JsonNode> cards(Town town) {
        return town.crowd()
                .messagesIn("discord", "moderators")
                .valueStream()
                .filter(message -> message.toString().contains("who sits in row"));
    }

    /** Whoever is not answered presses again, as people do. */
    private static void decideSome(Town town) {
        cards(town)
                .filter(card -> card.path("buttons").toString().contains("Timeout"))
                .limit(AT_A_TIME)
                .forEach(card -> Thread.startVirtualThread(() -> press(town, card)));
    }

    private static void press(Town town, JsonNode card) {
        try {
            town.crowd()
                    .actIn(
                            "discord",
                            "moderators",
                            "click",
                            Map.of("who", "mei", "message", card.path("message").asText(), "button", "Timeout"));
        } catch (IllegalStateException | UncheckedIOException unheard) {
            assertThat(unheard).as("the hub was down").isNotNull();
        }
    }

    private static boolean isSilenced(Town town, int fan) {
        JsonNode until = town.crowd().person("discord", "f" + fan).path("timeoutUntil");
        return !until.isMissingNode() && !until.isNull();
    }

    private static List<String> told(Town town, int fan) {
        return town.crowd()
                .messagesIn("discord", "private/f" + fan)
                .valueStream()
                .map(each -> each.path("text").asText())
                .filter(text -> text.contains("/appeal"))
                .toList();
    }

    private List<Long> numbers(String query) {
        return Sqlite.readers(folder.resolve("data/hub/lyceum.db"))
                .withHandle(db -> db.createQuery(query).mapTo(Long.class).list());
    }

    private int audited() throws IOException, InterruptedException {
        String data = folder.resolve("data/hub").toString();
        return new ProcessBuilder(Program.command(Program.options(), List.of("audit", "verify", "--data", data)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("audit.log").toFile())
                .start()
                .waitFor();
    }
}
