package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
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

/** A weekly class of Shanghai, made in the console; ann in Berlin and 小明 are told of it in their own time, and of each change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClassesJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** The clock is moved to a moment before each reminder, so that it is told at its time and not as late. */
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final LocalDateTime first =
            LocalDateTime.now(SHANGHAI).toLocalDate().plusDays(3).atTime(19, 0);
    private final LocalDateTime second = first.plusWeeks(1);
    private final LocalDateTime moved = second.plusDays(1).withHour(20);
    private final LocalDateTime third = first.plusWeeks(2);

    private Town town;
    private Browser browser;
    private Tab console;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Files.createDirectories(PICTURES);
        town = new Town(folder, SandboxSettings.passingWithoutLimits());
        browser = Browser.start();
        console = browser.tab().language("en").go(town.signIn()).sees("Everything is connected.");
    }

    @AfterAll
    void stop() {
        browser.close();
        town.close();
    }

    @Test
    @Order(1)
    void aWeeklyClassMadeInTheConsoleIsAnnouncedEverywhere() {
        page("").sees("No class takes place in the next four weeks.");

        fill("title", "Graphs");
        fill("start", first.toString());
        fill("zone", "Asia/Shanghai");
        fill("rrule", "FREQ=WEEKLY");
        console.click("button", "Plan this class")
                .sees("Graphs is planned as number 1. Its next date is " + english(first, SHANGHAI));

        for (String place : List.of("discord", "telegram", "twitch", "room")) {
            town.await(PATIENCE, () -> reads(place, "Graphs"));
        }
        page("").sees(english(second, SHANGHAI));
        assertThat(console.barriers()).isEmpty();
        console.picture(PICTURES.resolve("classes-calendar.png"));
    }

    @Test
    @Order(2)
    void whoComesIsRemindedThreeTimesInTheirOwnTimeAndLanguage() {
        town.crowd().begins("telegram", "ann");
        gives("telegram", "ann", "settings", Map.of("zone", "Europe/Berlin"));
        gives("discord", "小明", "settings", Map.of("zone", "Asia/Shanghai", "language", "中文"));
        assertThat(gives("telegram", "ann", "class come", Map.of("id", "1"))).contains(english(first, BERLIN));
        assertThat(comes("小明")).contains(chinese(first));

        remindsOf(first, 0);

        assertThat(told("telegram", "ann"))
                .containsExactly(
                        "Graphs begins in 1 day: " + english(first, BERLIN),
                        "Graphs begins in 1 hour: " + english(first, BERLIN),
                        "Graphs begins in 5 minutes: " + english(first, BERLIN));
        assertThat(told("discord", "小明"))
                .containsExactly(
                        "Graphs 将在 1 天后开始：" + chinese(first),
                        "Graphs 将在 1 小时后开始：" + chinese(first),
                        "Graphs 将在 5 分钟后开始：" + chinese(first));
    }

    @Test
    @Order(3)
    void aMovedDateCorrectsThemAndIsNeverToldWithItsOldTime() {
        clock(first.plusMinutes(61));
        town.await(PATIENCE, () -> card().path("text").asText().contains(english(second, SHANGHAI)));
        comes("小明");
        gives("telegram", "ann", "class come", Map.of("id", "1"));
        page("?class=1").sees("Cancel the class");
        fill("date", second.toString());
        fill("to", moved.toString());
        console.click("button", "Move this date").sees("everybody will be told");

        town.await(
                PATIENCE,
                () -> told("telegram", "ann").size() == 4
                        && told("discord", "小明").size() == 4);
        remindsOf(moved, 4);

        assertThat(told("telegram", "ann"))
                .hasSize(7)
                .contains("Graphs was moved. It now begins " + english(moved, BERLIN) + ", and not "
                        + english(second, BERLIN) + ".")
                .endsWith("Graphs begins in 5 minutes: " + english(moved, BERLIN));
        assertThat(told("discord", "小明"))
                .hasSize(7)
                .contains("Graphs 改期了。现在的开始时间是 " + chinese(moved) + "，不是 " + chinese(second) + "。")
                .endsWith("Graphs 将在 5 分钟后开始：" + chinese(moved));
        page("?class=1").sees("moved from " + english(second, SHANGHAI));
        assertThat(console.barriers()).isEmpty();
        console.picture(PICTURES.resolve("classes-one.png"));
    }

    @Test
    @Order(4)
    void aCancelledDateIsToldOnceAndNotRemindedOf() {
        clock(moved.plusMinutes(61));
        town.await(PATIENCE, () -> card().path("text").asText().contains(english(third, SHANGHAI)));
        comes("小明");
        gives("telegram", "ann", "class come", Map.of("id", "1"));

        page("?class=1").click("button[value='classes:drop:1:" + third + "']", "Cancel this date");

        town.await(
                PATIENCE,
                () -> told("telegram", "ann").size() == 8
                        && told("discord", "小明").size() == 8);
        clock(third.plusMinutes(5));
        clock(third.plusMinutes(90));
        assertThat(told("telegram", "ann"))
                .hasSize(8)
                .endsWith("Graphs does not take place " + english(third, BERLIN) + ": that date is cancelled.");
        assertThat(told("discord", "小明")).hasSize(8).last().asString().startsWith("Graphs 这一次不上课了：" + chinese(third));
    }

    /** A day, an hour and five minutes before: one message each, and the next only when its time has come. */
    private void remindsOf(LocalDateTime date, int before) {
        int told = before;
        for (Duration lead : List.of(Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(5))) {
            clock(date.minus(lead).minus(MOMENT));
            told++;
            int now = told;
            town.await(
                    PATIENCE,
                    () -> told("telegram", "ann").size() == now
                            && told("discord", "小明").size() == now);
        }
    }

    private Tab page(String query) {
        return console.go(town.console() + "/console/classes" + query)
                .until("document.getElementById('live').className === 'live on'");
    }

    private void fill(String option, String value) {
        console.evaluate("(() => { document.querySelector('[name=option-" + option + "]').value = '" + value
                + "'; return 0 })()");
    }

    private void clock(LocalDateTime shanghai) {
        town.crowd().clock(shanghai.atZone(SHANGHAI).toInstant());
    }

    private boolean reads(String platform, String words) {
        return town.crowd().room(platform).stream().anyMatch(line -> line.text().contains(words));
    }

    private String gives(String platform, String who, String command, Map<String, String> options) {
        return town.crowd()
                .act(platform, "command", Map.of("who", who, "command", command, "options", options))
                .at("/reply/text")
                .asText();
    }

    /** The class's card on Discord. */
    private JsonNode card() {
        return StreamSupport.stream(town.crowd().messages("discord").spliterator(), false)
                .filter(each -> !each.path("buttons").isEmpty())
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /** Presses the card's first button, which says "I come". */
    private String comes(String who) {
        JsonNode card = card();
        return town.crowd()
                .act(
                        "discord",
                        "click",
                        Map.of(
                                "who",
                                who,
                                "message",
                                card.path("message").asText(),
                                "button",
                                card.at("/buttons/0").asText()))
                .at("/reply/text")
                .asText();
    }

    /** What somebody was told of the class in private. */
    private List<String> told(String platform, String who) {
        return StreamSupport.stream(town.crowd().inPrivate(platform, who).spliterator(), false)
                .filter(message -> message.path("bot").asBoolean())
                .map(message -> message.path("text").asText().strip())
                .filter(text -> text.startsWith("Graphs"))
                .toList();
    }

    private static String english(LocalDateTime shanghai, ZoneId zone) {
        ZonedDateTime there = shanghai.atZone(SHANGHAI).withZoneSameInstant(zone);
        return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH)
                        .format(there) + " (" + zone + ")";
    }

    private static String chinese(LocalDateTime shanghai) {
        return DateTimeFormatter.ofPattern("uuuu年M月d日EEEE HH:mm", Locale.CHINA).format(shanghai) + " (Asia/Shanghai)";
    }
}
