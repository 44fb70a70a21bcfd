package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged hub, a real Redis and two processes that serve viewers of its live room. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoomProcessesJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Branches branches;
    private final Watcher lena = new Watcher("Lena");
    private final Watcher otto = new Watcher("Otto");
    private final Watcher mei = new Watcher("");

    @BeforeAll
    void start(@TempDir Path folder) {
        branches = new Branches(folder);
    }

    @AfterAll
    void stop() {
        List.of(lena, otto, mei).forEach(Watcher::close);
        branches.close();
    }

    private void await(java.util.function.BooleanSupplier condition) {
        branches.town().await(PATIENCE, condition);
    }

    @Test
    @Order(1)
    void whatIsSaidAtOneProcessIsReadAtTheOtherAndOnDiscord() {
        assertThat(lena.comesTo(branches.port(0))).isTrue();
        assertThat(otto.comesTo(branches.port(1))).isTrue();

        lena.says("hello from the first process");

        await(() -> otto.sees("hello from the first process") && lena.sees("hello from the first process"));
        await(() -> branches.town().reads("discord", "hello from the first process") == 1);
        assertThat(lena.acknowledged()).containsExactly("hello from the first process");
    }

    @Test
    @Order(2)
    void whoComesByALinkIsWhoTheyAreAndTakesALineAwayEverywhere() {
        String answer = branches.town()
                .crowd()
                .command("discord", "mei", "live")
                .path("text")
                .asText();
        assertThat(mei.comesTo(branches.port(1), answer.replaceAll("(?s).*code=([0-9a-f]+).*", "$1")))
                .isTrue();
        await(() -> mei.sees("hello from the first process"));

        mei.deletes("hello from the first process");

        await(() -> !lena.sees("hello from the first process") && !otto.sees("hello from the first process"));
        await(() -> branches.town().reads("discord", "hello from the first process") == 0);
        try (Watcher late = new Watcher("Late")) {
            assertThat(late.comesTo(branches.port(0))).isTrue();
            assertThat(late.lines()).doesNotContain("hello from the first process");
        }
    }

    @Test
    @Order(3)
    void whoReconnectsToAnotherProcessMissesNothingAndSeesNothingTwice() {
        lena.says("before the change");
        await(() -> otto.sees("before the change"));
        otto.close();
        lena.says("while Otto is away");
        await(() -> lena.sees("while Otto is away"));

        assertThat(otto.comesTo(branches.port(0))).isTrue();

        lena.says("after the change");
        await(() -> otto.sees("after the change"));
        assertThat(otto.lines()).endsWith("before the change", "while Otto is away", "after the change");
        assertThat(otto.doubles()).isZero();
    }

    @Test
    @Order(4)
    void aNameIsFreeAgainSomeTimeAfterTheProcessOfWhoeverHadItWasKilled() {
        assertThat(speaksAs("Lena")).isFalse();

        branches.kill(0);

        await(() -> speaksAs("Lena"));
    }

    /** Whether a stranger may. */
    private boolean speaksAs(String name) {
        try (Watcher stranger = new Watcher(name)) {
            assertThat(stranger.comesTo(branches.port(1))).isTrue();
            stranger.says("I am " + name);
            await(() ->
                    !stranger.acknowledged().isEmpty() || !stranger.refusals().isEmpty());
            return stranger.refusals().isEmpty();
        }
    }
}
