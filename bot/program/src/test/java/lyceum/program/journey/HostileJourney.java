package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import lyceum.browser.Browser;
import lyceum.browser.Tab;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five hundred hostile texts said in the four places and relayed to the three others: nothing is run, and nobody is pinged. */
class HostileJourney {
    private static final List<String> PLACES = List.of("discord", "telegram", "twitch", "room");
    private static final Map<String, String> SPEAKERS =
            Map.of("discord", "ann", "telegram", "bob", "twitch", "carla", "room", "小明");
    private static final List<String> DEEDS = List.of(
            "<script>hit()</script>",
            "<img src=x onerror=hit()>",
            "<svg/onload=hit()>",
            "<iframe srcdoc='<script>parent.hit()</script>'>",
            "<a href=javascript:hit()>x</a>",
            "[x](javascript:hit())",
            "[click](https://a.example/\"onmouseover=\"hit())",
            "**bold *both ~~open ||spoiler __under `code",
            "```js\nhit()",
            "> quoted\n# Title\n- item",
            "@everyone look",
            "@here look",
            "<@&400000000000000002> role",
            "<@500000000000000001> person",
            "<@!500000000000000001> <#300000000000000001>",
            "@everyone\u200b @\u200beveryone ＠everyone",
            "</textarea></title><script>hit()</script>",
            "=HYPERLINK(\"javascript:hit()\")",
            "=cmd|'/c calc'!A0",
            "+SUM(1+1)*hit()",
            "-2+3+cmd|'/c calc'!A0",
            "@SUM(1+9)*cmd|'/c calc'!A0",
            "\u202eright to left override",
            "\u2066isolate \u2067never closed",
            "\u202a\u202b\u202d embedded",
            "{{constructor.constructor('hit()')()}}",
            "${hit()} #{hit()} <%= hit() %>",
            "&lt;script&gt;hit()&lt;/script&gt;",
            "\\u003cscript\\u003ehit()\\u003c/script\\u003e",
            "tg://user?id=1 [pinged](tg://user?id=500000001)",
            "/ban @ann @everyone",
            "\u0001\u0002PRIVMSG #ada :hit\u0007");
    private static final List<String> WRAPS = List.of("%s", "**%s**", "'\">%s", "<%s>");

    @TempDir
    Path folder;

    @Test
    void fiveHundredTextsRelayedEverywhereRunNothingAndPingNotEverybody() {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits());
                Browser browser = Browser.start();
                Tab room = browser.tab().phone();
                Tab overlay = browser.tab();
                Tab console = browser.tab()) {
            room.go(town.console() + "/room/class").until("!document.getElementById('who').hidden");
            overlay.go(town.console() + "/overlay/chat?lines=2000&seconds=600");
            console.go(town.signIn()).sees("Everything is connected.");

            assertThat(sayAll(town)).isGreaterThanOrEqualTo(500);
            PLACES.forEach(
                    place -> town.crowd().say(place, Objects.requireNonNull(SPEAKERS.get(place)), "end on " + place));
            for (String place : PLACES) {
                for (String from : PLACES) {
                    if (!from.equals(place)) {
                        town.await(Duration.ofSeconds(90), () -> town.reads(place, "end on " + from) == 1);
                    }
                }
            }
            console.go(town.console() + "/console/rooms").sees("end on ");
            for (Tab tab : List.of(room, overlay, console)) {
                PLACES.forEach(place -> tab.sees("end on " + place));
                assertThat(tab.evaluate("typeof hit").asText()).isEqualTo("undefined");
                assertThat(tab.troubles()).isEmpty();
                assertThat(tab.count("#lines script, #lines img, #lines iframe, #lines svg, #sheet script, #sheet img"))
                        .isZero();
                assertThat(tab.count("a[href^='javascript' i], [onerror], [onload]"))
                        .isZero();
            }
            PLACES.forEach(place -> assertRelaysAreTame(town, place));
        }
    }

    private static int sayAll(Town town) {
        int said = 0;
        for (int i = 0; i < 4; i++) {
            for (String wrap : WRAPS) {
                for (String deed : DEEDS) {
                    String place = PLACES.get((said + i) % PLACES.size());
                    String text = wrap.formatted(deed) + " no. " + said++;
                    town.crowd()
                            .say(
                                    place,
                                    Objects.requireNonNull(SPEAKERS.get(place)),
                                    place.equals("twitch") ? oneLine(text) : text);
                }
            }
        }
        return said;
    }

    /** In a stream's chat nobody can write more. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static void assertRelaysAreTame(Town town, String place) {
        List<JsonNode> copies = new ArrayList<>();
        StreamSupport.stream(town.crowd().messages(place).spliterator(), false)
                .filter(message -> message.path("bot").asBoolean())
                .forEach(copies::add);
        assertThat(copies).as(place).hasSizeGreaterThan(250);
        for (JsonNode copy : copies) {
            String text = copy.path("text").asText();
            assertThat(copy.path("pings").valueStream().map(JsonNode::asText))
                    .as("a copy calls more than whom Telegram knows by the user name in it: " + text)
                    .isSubsetOf(place.equals("telegram") ? Set.of("ann") : Set.of());
            assertThat(copy.path("html").asText().toLowerCase(java.util.Locale.ROOT))
                    .as(place)
                    .doesNotContain("<script", "<img", "<iframe", "<svg", "href=\"javascript");
        }
    }
}
