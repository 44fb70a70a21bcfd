package lyceum.moderation;

import static lyceum.moderation.Moderated.GROUP;
import static lyceum.moderation.Moderated.MODS;
import static lyceum.moderation.Moderated.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import lyceum.hub.World;
import lyceum.kernel.id.MessageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moderators read about a case: what stood around its message, what was noted, and what came of it. */
class CasesPageTest {
    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = Moderated.open(folder, new Later());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theCardTellsWhatStoodBeforeAndSinceItWasClaimedAlsoAfter() {
        world.says(ROOM, "bob", "who wants something?");
        world.passes(Duration.ofSeconds(5));
        world.says(ROOM, "ann", "free nitro here");
        world.passes(Duration.ofSeconds(5));
        world.says(ROOM, "carla", "thank you ann");
        world.says(GROUP, "dan", "this is elsewhere");
        assertThat(world.room(MODS).getFirst())
                .contains("Before: bob: who wants something?")
                .doesNotContain("After:");

        world.presses(MODS, "mei", "Claim");

        assertThat(world.room(MODS).getFirst())
                .contains("Before: bob: who wants something?\nAfter: carla: thank you ann")
                .doesNotContain("elsewhere");
        assertThat(String.join("\n", world.page("queue", "mei", Map.of()))).contains("After: carla: thank you ann");
    }

    @Test
    void theConsoleTellsAllAboutOneCaseAndShowsThePlanBeforeItIsTakenBack() {
        MessageId message = world.says(ROOM, "ann", "free nitro here");
        world.edits(message, "ann", "free nitro, all of you");
        world.commands(ROOM, "mei", "case", Map.of("case", "1", "note", "she did so last week"));
        world.presses(MODS, "mei", "Timeout");
        world.commands(ROOM, "ann", "appeal", Map.of("reason", "it was a joke"));

        assertThat(world.page("cases", "ada", Map.of("case", "1")))
                .contains(
                        "Case 1: removed with a timeout by mei, 2026-03-01 12:00",
                        "• 2026-03-01 12:00: a timeout for ann",
                        "• Before 2026-03-01 12:00 it said (ann): free nitro here",
                        "• 2026-03-01 12:00, mei: she did so last week",
                        "• ann appeals, and nobody has decided: it was a joke",
                        "Decisions to be taken back: 1",
                        "[Overturn]",
                        "[Do it]");
        world.chooses(world.message(MODS, 0), "ada", "moderation:overturn:1");
        assertThat(world.page("cases", "ada", Map.of("case", "1")))
                .contains(
                        "• 2026-03-01 12:00: a timeout for ann, taken back",
                        "• ann appealed: it was a joke. Overturned by ada.")
                .doesNotContain("[Do it]");
    }

    @Test
    void theConsoleListsAllCasesAndSaysWhereThereIsNone() {
        world.says(ROOM, "ann", "free nitro here");
        world.says(ROOM, "bob", "a scam for all");

        assertThat(String.join("\n", world.page("cases", "mei", Map.of())))
                .containsSubsequence("a scam for all", "free nitro here");
        assertThat(world.page("cases", "mei", Map.of("case", "99"))).contains("There is no case 99 any more.");
    }
}
