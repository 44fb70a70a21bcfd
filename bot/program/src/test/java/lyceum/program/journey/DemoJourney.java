package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import lyceum.browser.Browser;
import lyceum.browser.Tab;
import lyceum.program.bench.Crowd;
import lyceum.program.bench.Program;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer meets on the demo's page: its story, four places that hear each other, and things to break. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoJourney {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> PLACES = List.of("discord", "telegram", "twitch", "room");

    private Program demo;
    private Crowd crowd;
    private Browser browser;
    private Tab tab;

    @BeforeAll
    void start(@TempDir Path folder) {
        int port = Program.freePorts();
        demo = Program.start(
                folder.resolve("demo.log"),
                List.of(
                        "demo",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        folder.resolve("data").toString(),
                        "--limits",
                        "off"));
        crowd = new Crowd("http://127.0.0.1:" + (port + 1));
        browser = Browser.start();
        tab = browser.tab().language("en");
    }

    @AfterAll
    void stop() {
        browser.close();
        demo.close();
    }

    @Test
    @Order(1)
    void theStoryBeginsWithTheFirstVisitorAndTheAdvertIsHeld() {
        tab.go(demo.said("demo")).sees("A class is about to start.");

        await("document.getElementById('caption').textContent.startsWith('Now you')");

        assertThat(PLACES)
                .allSatisfy(place -> assertThat(texts(place)).anyMatch(text -> text.contains("binary search")));
        assertThat(texts("twitch"))
                .as("what ada said on Discord: relayed, and found again for bob")
                .filteredOn(text -> text.contains("lo + hi can overflow"))
                .hasSizeGreaterThan(1);
        assertThat(texts("discord"))
                .filteredOn(text -> text.contains("n1tro"))
                .singleElement(STRING)
                .startsWith("Said at ");
        assertThat(tab.evaluate("document.getElementById('play').disabled").asBoolean())
                .isFalse();
    }

    @Test
    @Order(2)
    void whatAnnWritesOnTelegramIsReadInTheThreeOtherPlaces() {
        tab.type(".telegram form input", "Hello from my phone")
                .press("Enter")
                .until(within(".discord", "Hello from my phone"))
                .until(within(".twitch", "Hello from my phone"))
                .until(within(".place.room", "Hello from my phone"));
    }

    @Test
    @Order(3)
    void whateverIsBrokenNothingIsLost() {
        for (String kind :
                List.of("Refuse with 429", "Drop the connections", "Send every frame twice", "Kill the hub")) {
            tab.click("#kinds button", kind).sees("People are talking.");

            await("document.getElementById('verdict').className !== ''");

            assertThat(tab.text("#verdict")).as(kind).isEqualTo("Nothing was lost.");
            assertThat(tab.text(".count-lost dd")).as(kind).isEqualTo("0");
        }
    }

    @Test
    @Order(4)
    void thePageIsForEverybody() {
        assertThat(tab.barriers()).isEmpty();
        try (Tab phone = browser.tab().phone()) {
            phone.go(demo.said("demo") + "?lang=zh-Hans").sees("弄坏它");

            assertThat(phone.troubles()).isEmpty();
            assertThat(phone.barriers()).isEmpty();
            assertThat(phone.evaluate("document.documentElement.scrollWidth").asInt())
                    .isEqualTo(390);
        }
    }

    private void await(String expression) {
        Awaitility.await().atMost(PATIENCE).until(() -> tab.evaluate(expression).asBoolean());
    }

    private static String within(String css, String text) {
        return "document.querySelector('%s .messages').textContent.includes('%s')".formatted(css, text);
    }

    private List<String> texts(String place) {
        JsonNode messages = crowd.messages(place);
        return StreamSupport.stream(messages.spliterator(), false)
                .map(message -> message.path("text").asText())
                .toList();
    }
}
