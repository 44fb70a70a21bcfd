package lyceum.moderation;

import static lyceum.moderation.Moderated.MODS;
import static lyceum.moderation.Moderated.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.hub.World;
import lyceum.moderation.Guards.Most;
import lyceum.moderation.Guards.TwoPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One moderator alone does no great harm, and neither do all rules together. */
class GuardsTest {
    @TempDir
    Path folder;

    private final Later later = new Later();
    private World world;

    @BeforeEach
    void open() {
        Guards guards = new Guards(Set.of(TwoPeople.BANS, TwoPeople.RULES), 3, new Most(60, 4, 6));
        world = Moderated.open(folder, later, settings -> settings.guarded(guards));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void allSay(int many, String words) {
        for (int i = 0; i < many; i++) {
            world.says(ROOM, "fan" + i, words);
            world.passes(Duration.ofSeconds(20));
        }
    }

    @Test
    void aBanOfManyIsDoneWhenASecondModeratorConfirmsIt() {
        allSay(3, "free nitro here");

        assertThat(world.presses(MODS, "mei", "Ban")).startsWith("This needs two people");
        assertThat(world.admissions("discord")).isEmpty();
        assertThat(world.room(MODS).getLast())
                .isEqualTo("Lyceum: mei wants to ban all authors of case 1. A second moderator must confirm it."
                        + " [Confirm] [Don’t]");
        assertThat(world.page("queue", "ada", Map.of())).contains("[Confirm]");
        assertThat(world.presses(MODS, "mei", "Confirm")).startsWith("You asked for it");
        assertThat(world.presses(MODS, "fan0", "Confirm")).startsWith("Only moderators");
        assertThat(world.presses(MODS, "ada", "Confirm")).isEqualTo("Confirmed and done.");

        assertThat(world.admissions("discord")).hasSize(3).allMatch(each -> each.startsWith("ban discord:fan"));
        assertThat(world.room(MODS).getFirst()).contains("the author banned by mei + ada");
        assertThat(world.room(MODS).getLast()).endsWith("Confirmed by ada.");
        world.commands(ROOM, "fan0", "appeal", Map.of("case", "1"));
        assertThat(world.presses(MODS, "ada", "Overturn")).startsWith("It was your decision");
    }

    @Test
    void whatASecondModeratorDropsIsNotDoneAndTheCaseStillWaits() {
        allSay(3, "free nitro here");
        world.presses(MODS, "mei", "Ban");
        var card = world.message(MODS, 1);

        assertThat(world.presses(MODS, "ada", "Don’t")).isEqualTo("It is not done.");

        assertThat(world.chooses(card, "ada", "moderation:confirm:1")).isEqualTo("This waits no longer.");
        assertThat(world.admissions("discord")).isEmpty();
        assertThat(world.room(MODS).getFirst()).contains("a message waits for you");
    }

    @Test
    void aRuleGoesLiveWhenASecondModeratorConfirmsIt() {
        world.commands(ROOM, "mei", "rule", Map.of("do", "shadow", "rule", "watched"));
        world.commands(ROOM, "mei", "rule", Map.of("do", "test", "rule", "watched"));

        assertThat(world.commands(ROOM, "mei", "rule", Map.of("do", "live", "rule", "watched")))
                .startsWith("This needs two people");
        world.says(ROOM, "ann", "free nitro one");
        world.presses(MODS, "ada", "Confirm");
        world.says(ROOM, "ann", "free nitro two");

        assertThat(later.heard).contains("ann: free nitro one").doesNotContain("ann: free nitro two");
    }

    @Test
    void whoPunishesTooManyIsStoppedUntilAnotherModeratorHasLooked() {
        for (int i = 0; i < 7; i++) {
            world.says(ROOM, "fan" + i, "free nitro " + i);
            world.passes(Duration.ofSeconds(20));
        }
        List<String> answers = new java.util.ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            answers.add(world.chooses(world.message(MODS, i - 1), "mei", "moderation:timeout:" + i));
        }

        assertThat(answers.getLast()).startsWith("So many were punished in so short a time");
        assertThat(world.admissions("discord")).hasSize(5);
        assertThat(world.room(MODS).getLast())
                .contains("mei put out or silenced more than 4 people in a minute and is stopped")
                .endsWith("[Go on]");
        assertThat(world.commands(ROOM, "mei", "ban", Map.of("person", "fan6"))).startsWith("So many were punished");
        assertThat(world.presses(MODS, "mei", "Go on")).isEqualTo("It was you: another moderator must look at it.");
        assertThat(world.chooses(world.message(MODS, 5), "mei", "moderation:approve:6"))
                .startsWith("Approved");

        assertThat(world.presses(MODS, "ada", "Go on")).isEqualTo("It goes on.");
        assertThat(world.chooses(world.message(MODS, 6), "mei", "moderation:timeout:7"))
                .startsWith("Removed, and its author may not speak");
    }

    @Test
    void whereAllTogetherTakeTooMuchAwayEverythingWaitsForAModerator() {
        world.says(ROOM, "ann", "good morning everybody");
        world.passes(Duration.ofHours(1));
        for (int i = 0; i < 8; i++) {
            world.says(ROOM, "ann", "scam number " + "abcdefgh".charAt(i));
        }

        assertThat(world.room(ROOM)).hasSize(2);
        assertThat(world.room(MODS)).anyMatch(line -> line.contains("Now everything waits for you"));
        assertThat(world.room(MODS).getLast()).contains("a message waits for you");
        assertThat(world.presses(MODS, "mei", "Go on")).isEqualTo("It goes on.");
        world.says(ROOM, "ann", "scam at last");
        assertThat(world.room(ROOM)).hasSize(2);
    }
}
