package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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

/** One case in three places, with a hub that is killed in between: claimed, decided once, explained, appealed, overturned, restored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CasesJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("/link ([A-Z0-9]{6})");
    private static final String FAN = "小明";
    private static final String WORDS = "a discount code for everybody";
    /** What of it stands in one piece on the card, where the word that the rule objects to is marked. */
    private static final String MARKED = "for everybody";

    private Town town;
    private Browser browser;
    private Tab tab;

    @BeforeAll
    void start(@TempDir Path folder) {
        town = new Town(folder, SandboxSettings.passingWithoutLimits());
        browser = Browser.start();
        tab = browser.tab().language("en");
    }

    @AfterAll
    void stop() {
        browser.close();
        town.close();
    }

    private void killed() {
        town.killHub();
        town.startHub();
    }

    private String gives(String platform, String room, String command, Map<String, String> options) {
        return town.crowd()
                .actIn(platform, room, "command", Map.of("who", FAN, "command", command, "options", options))
                .at("/reply/text")
                .asText();
    }

    /** The newest message of the moderators' room that has this in it. */
    private JsonNode card(String platform, String words) {
        JsonNode newest = MissingNode.getInstance();
        for (JsonNode each : town.crowd().messagesIn(platform, "moderators")) {
            newest = each.toString().contains(words) ? each : newest;
        }
        return newest;
    }

    /** mei presses a button under the card. */
    private String presses(String platform, JsonNode card, String label) {
        Map<String, Object> click =
                Map.of("who", "mei", "message", card.path("message").asText(), "button", label);
        return town.crowd()
                .actIn(platform, "moderators", "click", click)
                .at("/reply/text")
                .asText();
    }

    private void bothCardsSay(String words) {
        for (String platform : List.of("discord", "telegram")) {
            town.await(PATIENCE, () -> card(platform, MARKED).toString().contains(words));
        }
    }

    private List<String> told() {
        String room = "private/" + URLEncoder.encode(FAN, StandardCharsets.UTF_8);
        return town.crowd()
                .messagesIn("discord", room)
                .valueStream()
                .map(each -> each.path("text").asText())
                .toList();
    }

    private boolean silenced() {
        JsonNode discord = town.crowd().person("discord", FAN).path("timeoutUntil");
        JsonNode telegram = town.crowd().person("telegram", FAN).at("/restrictions/general");
        return !discord.isMissingNode() && !discord.isNull() && !telegram.isMissingNode();
    }

    private boolean free() {
        JsonNode discord = town.crowd().person("discord", FAN).path("timeoutUntil");
        JsonNode telegram = town.crowd().person("telegram", FAN).at("/restrictions/general");
        return (discord.isMissingNode() || discord.isNull()) && telegram.isMissingNode();
    }

    @Test
    @Order(1)
    void aFanWithTwoAccountsSaysWhatIsHeldAndBothRoomsOfTheModeratorsSeeIt() {
        tab.go(town.signIn()).sees("Everything is connected.");
        town.crowd().actIn("telegram", "private", "join", Map.of("who", FAN));
        Matcher code = CODE.matcher(gives("discord", "general", "link", Map.of()));
        assertThat(code.find()).isTrue();
        gives("telegram", "private", "link", Map.of("code", code.group(1)));
        gives("discord", "general", "settings", Map.of("language", "中文"));

        town.crowd().say("discord", FAN, WORDS);

        bothCardsSay("Claim");
        assertThat(town.reads("telegram", WORDS)).isZero();
    }

    @Test
    @Order(2)
    void whatIsClaimedInTheConsoleIsSeenAsClaimedInBothPlacesAlsoAfterTheHubWasKilled() {
        tab.go(town.console() + "/console/queue")
                .sees(WORDS)
                .click("button", "Claim")
                .sees("It is yours until");
        bothCardsSay("ada");
        killed();

        String discord = presses("discord", card("discord", MARKED), "Approve");
        String telegram = presses("telegram", card("telegram", MARKED), "Remove");

        assertThat(List.of(discord, telegram)).allMatch(answer -> answer.contains("ada"));
        assertThat(town.reads("telegram", WORDS)).isZero();
    }

    @Test
    @Order(3)
    void itIsDecidedOnceInAllPlacesAndExplainedInTheLanguageOfTheFan() {
        tab.go(town.signIn()).sees("Everything is connected.");
        tab.go(town.console() + "/console/queue")
                .sees(WORDS)
                .click("button", "Timeout")
                .sees("may not speak for an hour");
        killed();

        bothCardsSay("ada");
        town.await(PATIENCE, this::silenced);
        town.await(PATIENCE, () -> told().stream().anyMatch(line -> line.contains("/appeal 1")));
        assertThat(told().stream().filter(line -> line.contains("/appeal 1")))
                .singleElement()
                .asString()
                .startsWith("1 号");
        assertThat(card("discord", MARKED).path("buttons").toString())
                .contains("Undo")
                .doesNotContain("Approve");
        assertThat(town.crowd().room("discord")).noneMatch(line -> line.text().equals(WORDS));
    }

    @Test
    @Order(4)
    void anAppealIsOverturnedByAnotherModeratorAndEverythingIsRestored() {
        assertThat(gives("telegram", "private", "appeal", Map.of("case", "1", "reason", "我没有恶意")))
                .contains("1");
        town.await(PATIENCE, () -> card("discord", "我没有恶意").toString().contains("Overturn"));
        killed();

        presses("discord", card("discord", "我没有恶意"), "Overturn");
        killed();

        town.await(PATIENCE, this::free);
        town.await(PATIENCE, () -> town.reads("telegram", WORDS) == 1);
        assertThat(town.crowd().room("discord").stream()
                        .filter(line -> line.text().contains(WORDS)))
                .hasSize(1);
        town.await(PATIENCE, () -> told().contains("1 号已撤销，不再对你计入任何记录。"));
        assertThat(told().stream().filter(line -> line.startsWith("1 号"))).hasSize(2);
        assertThat(gives("telegram", "private", "mystrikes", Map.of())).isEqualTo("你没有任何违规记录。");
        bothCardsSay("mei");
        assertThat(presses("telegram", card("telegram", "我没有恶意"), "Uphold")).contains("1");
        tab.go(town.signIn()).sees("Everything is connected.");
        tab.go(town.console() + "/console/audit").sees("overturn");
        assertThat(tab.barriers()).isEmpty();
        tab.go(town.console() + "/console/cases?case=1").sees(WORDS).sees("我没有恶意");
        assertThat(tab.barriers()).isEmpty();
    }
}
