package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

/** A fan in the live room with a phone, the packaged program behind it and the three other places around it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveRoomJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> OTHERS = List.of("discord", "telegram", "twitch");
    private static final Path PICTURES = Path.of("target", "pictures");

    private Town town;
    private Browser browser;
    private Tab phone;

    @BeforeAll
    void start(@TempDir Path folder) throws java.io.IOException {
        Files.createDirectories(PICTURES);
        town = new Town(folder, SandboxSettings.passingWithoutLimits());
        browser = Browser.start();
        phone = browser.tab().phone().language("en");
    }

    @AfterAll
    void stop() {
        browser.close();
        town.close();
    }

    private void readElsewhere(String words) {
        for (String place : OTHERS) {
            town.await(PATIENCE, () -> town.reads(place, words) == 1);
        }
    }

    private Tab write(Tab tab, String text) {
        return tab.type("#write", text).press("Enter");
    }

    @Test
    @Order(1)
    void aFanJoinsWithANicknameAndIsReadInTheThreeOtherPlaces() {
        phone.go(town.console() + "/room/class")
                .type("#name", "Lena")
                .press("Enter")
                .until("!document.getElementById('say').hidden");
        write(phone, "Hello from my phone").until(line("Hello from my phone"));

        readElsewhere("Hello from my phone");
        assertThat(town.crowd().room("discord").getLast().who()).isEqualTo("Lena");
    }

    @Test
    @Order(2)
    void whatIsSaidElsewhereComesAsALineAndFliesOverThePicture() {
        town.crowd().say("discord", "ann", "does the loop end at mid - 1?");
        town.crowd().say("telegram", "小明", "老师，听得很清楚！");
        town.crowd().say("twitch", "carla", "greetings from the stream");

        phone.until(line("does the loop end at mid - 1?"))
                .until(line("老师，听得很清楚！"))
                .until(line("greetings from the stream"))
                .until("document.querySelectorAll('#sky span').length > 0");
        phone.picture(PICTURES.resolve("room-phone.png"));
    }

    @Test
    @Order(3)
    void aLineThatIsHeldIsShownAsHeldToItsAuthorAlone() {
        write(phone, "here is a discount code for all")
                .until("document.querySelector('#lines li.held').innerText.includes('discount code')")
                .sees("waits for a moderator");

        phone.picture(PICTURES.resolve("room-held.png"));
        for (String place : OTHERS) {
            assertThat(town.reads(place, "discount code for all")).isZero();
        }
        try (Tab other = browser.tab()) {
            other.go(town.console() + "/room/class").until(line("greetings from the stream"));
            assertThat(other.count("#lines li.held")).isZero();
            assertThat(other.text("#lines")).doesNotContain("discount code");
        }
    }

    @Test
    @Order(4)
    void aLineThatIsTakenBackDisappears() {
        town.crowd().say("discord", "ann", "a slip of the pen");
        phone.until(line("a slip of the pen"));

        town.crowd().delete("discord", "ann", "a slip of the pen");

        phone.until("!" + line("a slip of the pen"));
        write(phone, "my own slip").until(line("my own slip"));
        readElsewhere("my own slip");
        phone.evaluate("[...document.querySelectorAll('#lines li')].find(li => li.innerText.includes('my own slip'))"
                + ".querySelector('.deeds button:last-child').click()");
        phone.until("!" + line("my own slip"));
        town.await(PATIENCE, () -> town.reads("discord", "my own slip") == 0);
    }

    @Test
    @Order(5)
    void whoAsksForALinkOnDiscordComesInAsWhoTheyAre() {
        String answer =
                town.crowd().command("discord", "carla", "live").path("text").asText();
        URI link = URI.create(answer.replaceAll("(?s).*(http\\S+code=[0-9a-f]+).*", "$1"));
        try (Tab carla = browser.tab()) {
            carla.go(link).until("document.getElementById('rename').innerText === 'carla'");
            write(carla, "I came by the link").until(line("I came by the link"));
            assertThat(carla.address()).doesNotContain("code=");
        }

        phone.until(line("I came by the link"));
        readElsewhere("I came by the link");
        assertThat(town.crowd().command("room", "ann", "live").path("text").asText())
                .contains("Others would read the link here");
    }

    @Test
    @Order(6)
    void theOverlayShowsNothingButTheLines() {
        try (Tab stream = browser.tab().size(1280, 720, false)) {
            stream.go(town.console() + "/overlay/chat");
            stream.until("performance.getEntriesByType('resource').length > 1");
            town.crowd().say("telegram", "bob", "over the picture");

            stream.until(
                    "[...document.querySelectorAll('#lines li')].some(li => li.innerText.includes('over the picture'))");
            stream.picture(PICTURES.resolve("overlay.png"));
            assertThat(stream.evaluate("getComputedStyle(document.body).backgroundColor")
                            .asText())
                    .isEqualTo("rgba(0, 0, 0, 0)");
            assertThat(stream.troubles()).isEmpty();
        }
    }

    @Test
    @Order(7)
    void thePageIsForEverybodyInBothLanguagesLightAndDark() {
        for (String language : List.of("en", "zh-Hans")) {
            for (boolean dark : List.of(false, true)) {
                phone.dark(dark).go(town.console() + "/room/class?lang=" + language);
                phone.until(line("I came by the link")).until("!document.getElementById('say').hidden");
                assertThat(phone.barriers())
                        .as(language + (dark ? ", dark" : ", light"))
                        .isEmpty();
                assertThat(phone.evaluate("document.documentElement.scrollWidth")
                                .asInt())
                        .isEqualTo(390);
                phone.picture(PICTURES.resolve("room-" + language + (dark ? "-dark" : "-light") + ".png"));
            }
        }
        phone.sees("发送").sees("弹幕");
        assertThat(phone.evaluate("document.documentElement.lang").asText()).isEqualTo("zh-Hans");
        phone.wide().dark(false).go(town.console() + "/room/class?lang=zh-Hans").until(line("I came by the link"));
        assertThat(phone.barriers()).isEmpty();
        phone.picture(PICTURES.resolve("room-wide.png"));
        assertThat(phone.troubles()).isEmpty();
    }

    private static String line(String text) {
        return "[...document.querySelectorAll('#lines li:not(.pending)')].some(li => li.innerText.includes('" + text
                + "'))";
    }
}
