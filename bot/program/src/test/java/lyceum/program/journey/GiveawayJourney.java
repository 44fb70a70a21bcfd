package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.browser.Browser;
import lyceum.browser.Tab;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A giveaway that five people enter from four places, two of them with two accounts each; and a poll over the picture. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GiveawayJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("/link ([A-Z0-9]{6})");
    private static final Path PICTURES = Path.of("target", "pictures");
    /** Everybody who may have won, and where they claim. */
    private static final Map<String, String> CLAIMS = claims();

    private Town town;
    private Browser browser;
    private Tab tab;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Files.createDirectories(PICTURES);
        this.folder = folder;
        town = new Town(folder, SandboxSettings.passingWithoutLimits());
        browser = Browser.start();
        tab = browser.tab().language("en");
    }

    @AfterAll
    void stop() {
        browser.close();
        town.close();
    }

    private static Map<String, String> claims() {
        Map<String, String> where = new LinkedHashMap<>();
        List.of("ann", "carla", "bob").forEach(name -> where.put(name, "discord"));
        where.put("小明", "telegram");
        where.put("dora", "room");
        return where;
    }

    private void links(String who, String other) {
        Matcher code = CODE.matcher(town.gives("discord", who, "link", Map.of()));
        assertThat(code.find()).as(who).isTrue();
        town.gives(other, who, "link", Map.of("code", code.group(1)));
    }

    @Test
    @Order(1)
    void fivePeopleWithSevenAccountsHaveFiveEntries() {
        links("ann", "telegram");
        links("carla", "twitch");
        town.gives(
                "discord",
                "ada",
                "giveaway new",
                Map.of("prize", "A year of classes", "winners", "1", "minutes", "30"));
        for (String place : List.of("discord", "telegram", "twitch", "room")) {
            town.await(PATIENCE, () -> town.stands(place, "A year of classes"));
        }

        town.presses("discord", "ann", "Enter");
        String again = town.presses("telegram", "ann", "Enter");
        town.presses("discord", "carla", "Enter");
        town.gives("twitch", "carla", "enter", Map.of());
        town.presses("discord", "bob", "Enter");
        town.presses("telegram", "小明", "Enter");
        town.gives("room", "dora", "enter", Map.of());

        assertThat(again).startsWith("You are in already");
        tab.go(town.console() + "/giveaways/1").sees("Open until").until(figure("Entered", "5"));
        assertThat(tab.barriers()).isEmpty();
        tab.picture(PICTURES.resolve("giveaway-open.png"));
    }

    @Test
    @Order(2)
    void aReceiptIsNotTalkedAboutInStreamChat() {
        assertThat(town.gives("twitch", "carla", "receipt", Map.of()))
                .startsWith("Others would read your receipt here");
        assertThat(town.gives("discord", "carla", "receipt", Map.of())).contains("Salt: ");
        assertThat(town.crowd().room("twitch")).noneMatch(line -> line.text().contains("Salt"));
    }

    @Test
    @Order(3)
    void theOverlayShowsTheGiveawayOverAnEmptyPage() {
        try (Tab stream = browser.tab().size(1280, 720, false).language("en")) {
            stream.go(town.console() + "/overlay/giveaway/1").sees("5 are in").sees("A year of classes");
            assertThat(stream.evaluate("getComputedStyle(document.body).backgroundColor")
                            .asText())
                    .isEqualTo("rgba(0, 0, 0, 0)");
            stream.picture(PICTURES.resolve("overlay-giveaway.png"));
        }
    }

    @Test
    @Order(4)
    void itIsDrawnWhenItClosesAndClaimedOnce() {
        town.crowd().clock(Instant.now().plus(Duration.ofMinutes(31)));
        for (String place : List.of("discord", "telegram", "twitch", "room")) {
            town.await(PATIENCE, () -> town.stands(place, "A year of classes goes to: "));
        }

        List<String> answers = CLAIMS.entrySet().stream()
                .map(each -> town.presses(each.getValue(), each.getKey(), "Claim"))
                .toList();

        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("Claimed: ") || answer.startsWith("已领取："))
                .hasSize(1);
        tab.sees("Over: drawn").sees("claimed").until(figure("Entered", "5"));
        assertThat(tab.barriers()).isEmpty();
        tab.picture(PICTURES.resolve("giveaway-drawn.png"));
    }

    @Test
    @Order(5)
    void itsProofIsCheckedInThePageWithTheNetworkOff() throws IOException {
        Path kept = folder.resolve("check.html");
        try (InputStream page =
                URI.create(town.console() + "/giveaways/1/check.html").toURL().openStream()) {
            Files.copy(page, kept);
        }
        tab.offline(true).go(kept.toUri()).sees("valid: the winners follow from what was published");
        assertThat(tab.text("#result")).contains("entrants · ").contains("5");
        tab.picture(PICTURES.resolve("giveaway-check.png"));
        Files.writeString(
                kept,
                Files.readString(kept)
                        .replace("'bundle.json'", "'other.json'")
                        .replaceFirst("(type=\"text/plain\">.{400})..", "$1AA"));
        tab.go(kept.toUri()).sees("NOT valid");
        tab.offline(false);
    }

    @Test
    @Order(6)
    void aPollIsShownOverThePictureAsItIsVoted() {
        try (Tab stream = browser.tab().size(1280, 720, false).language("en")) {
            town.gives(
                    "discord",
                    "ada",
                    "poll new",
                    Map.of(
                            "question",
                            "What shall we do next?",
                            "options",
                            "Graphs|Trees|Hash tables",
                            "minutes",
                            "5"));
            stream.go(town.console() + "/overlay/poll/1").sees("What shall we do next?");

            town.await(PATIENCE, () -> town.stands("discord", "What shall we do next?"));
            town.presses("discord", "ann", "Graphs");
            town.gives("twitch", "carla", "vote", Map.of("choice", "2"));
            town.gives("room", "dora", "vote", Map.of("choice", "2"));

            stream.sees("3 voted")
                    .sees("2 · 67 %")
                    .until("document.querySelector('#bars .leads .fill').style.width === '67%'");
            stream.picture(PICTURES.resolve("overlay-poll.png"));
            assertThat(stream.troubles()).isEmpty();
        }
    }

    private static String figure(String name, String value) {
        return "[...document.querySelectorAll('dl div')].some(each => each.querySelector('dt').innerText === '" + name
                + "' && each.querySelector('dd').innerText === '" + value + "')";
    }
}
