package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/** A creator in the console, with the packaged program and a real browser: from the printed link to a decision that others see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> PAGES = List.of("overview", "queue", "rooms", "outbox", "letters", "settings");
    private static final List<String> DEEDS = List.of(
            "<script>alert(%d)</script>",
            "<img src=x onerror=alert(%d)>",
            "\"><svg onload=alert(%d)>",
            "[x](javascript:alert(%d))",
            "=HYPERLINK(\"javascript:alert(%d)\")",
            "\u202e<iframe srcdoc='<script>alert(%d)</script>'>",
            "@everyone <body onload=alert(%d)>",
            "</textarea></title><script>alert(%d)</script>",
            "{{constructor.constructor('alert(%d)')()}}",
            "'-alert(%d)-'");

    private Town town;
    private Browser browser;
    private Tab tab;

    @BeforeAll
    void start(@TempDir Path folder) {
        town = new Town(folder, SandboxSettings.passingWithoutLimits());
        browser = Browser.start();
        tab = browser.tab();
    }

    @AfterAll
    void stop() {
        browser.close();
        town.close();
    }

    private Tab page(String path) {
        return tab.go(town.console() + "/console/" + path)
                .until("document.getElementById('live').className === 'live on'");
    }

    @Test
    @Order(1)
    void thePrintedLinkSignsInOnceAndShowsThePlatforms() {
        tab.go(town.signIn())
                .sees("Everything is connected.")
                .sees("Discord")
                .sees("Telegram")
                .sees("ada · creator");

        try (Tab other = browser.tab()) {
            other.go(town.signIn()).sees("This link was used already");
        }
    }

    @Test
    @Order(2)
    void aHeldMessageApprovedInTheConsoleAppearsInTheOtherPlace() {
        page("queue").sees("Nothing waits for you.");
        town.crowd().say("discord", "ann", "here is a discount code for all");

        tab.sees("here is a discount code for all")
                .click("button", "Approve")
                .sees("Approved. The other rooms read it now.");

        town.await(
                PATIENCE,
                () -> town.crowd().room("telegram").stream()
                        .anyMatch(line -> line.text().contains("ann: here is a discount code for all")
                                || line.text().endsWith("here is a discount code for all")));
        tab.sees("approved by ada");
        assertThat(tab.count("button[value^='moderation:']")).isZero();
    }

    @Test
    @Order(3)
    void nobodyMeetsABarrierOnAnyPageInEitherLanguage() {
        town.crowd().say("telegram", "小明", "想要的同学加微信 abc");
        page("queue").sees("加微信");
        for (String language : List.of("en", "zh-Hans")) {
            for (String path : PAGES) {
                page(path + "?lang=" + language);
                assertThat(tab.barriers()).as(path + " in " + language).isEmpty();
            }
        }
        for (String path : PAGES) {
            tab.phone().dark(true);
            page(path + "?lang=en");
            assertThat(tab.barriers()).as(path + " on a phone").isEmpty();
            assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                    .isEqualTo(390);
        }
        tab.wide().dark(false);
    }

    @Test
    @Order(4)
    void theQueueIsDecidedByTheKeyboardAlone() {
        page("queue").sees("加微信");
        tab.evaluate("document.querySelector('button[value^=\"moderation:remove\"]').focus(); 0");

        tab.press("Enter").sees("Removed. The message is taken away.");
    }

    @Test
    @Order(5)
    void whatPeopleWriteIsShownAndNeverRun() {
        page("rooms");
        List<String> payloads = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            payloads.add(DEEDS.get(i % DEEDS.size()).formatted(i));
        }
        for (int i = 0; i < payloads.size(); i++) {
            String name = i % 3 == 0 || i % 2 == 0
                    ? "bob"
                    : payloads.get(i).substring(0, Math.min(40, payloads.get(i).length()));
            town.crowd().say(i % 3 == 0 ? "discord" : "telegram", name, payloads.get(i) + " end " + i + ".");
        }

        tab.sees(" end 59.");
        town.crowd().say("telegram", "<b>eve</b>", "a discount code <script>alert('held')</script>");
        page("queue").sees("<script>alert('held')</script>");

        assertThat(tab.troubles()).isEmpty();
        assertThat(tab.count("#sheet script, #sheet img, #sheet iframe, #sheet svg"))
                .isZero();
    }

    @Test
    @Order(6)
    void theConsoleWorksWithoutScripts() {
        tab.scripts(false)
                .go(town.console() + "/console/queue")
                .click("button", "Remove")
                .sees("Removed. The message is taken away.");
        tab.scripts(true);
    }
}
