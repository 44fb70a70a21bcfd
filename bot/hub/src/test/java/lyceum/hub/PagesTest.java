package lyceum.hub;

import static lyceum.hub.Parrot.TELEGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hub shows of itself in the console, and what becomes of its buttons. */
class PagesTest {
    private static final String DISCORD = "discord:general";
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,} [a-z]{2,}");

    @TempDir
    Path folder;

    private final Parrot parrot = new Parrot();
    private World world;

    @BeforeEach
    void open() {
        world = World.open(folder, World.Cast.of(List.of(parrot), "hub"));
        world.hasRoom(DISCORD, "lobby");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> page(String path) {
        return world.page(path, "mei", Map.of());
    }

    @Test
    void theOverviewSaysWhatNeedsSomebody() {
        assertThat(page("overview")).contains("Everything is connected.", "Not handled: 0");
        parrot.failing = true;
        world.says(DISCORD, "ann", "poison");

        assertThat(page("overview"))
                .contains("1 events could not be handled. Hand them on again, or forget them.", "Dead letters");
    }

    @Test
    void theRoomsShowWhatStandsInThemNow() {
        MessageId first = world.says(DISCORD, "ann", "first");
        MessageId second = world.says(DISCORD, "bob", "second");
        world.says("telegram:general", "carla", "third");
        world.edits(first, "ann", "better");
        world.deletes(second);

        assertThat(page("rooms"))
                .containsSubsequence(
                        "• 03-01 12:00:00 · general (Telegram) · carla · third",
                        "• 03-01 12:00:00 · lobby (Discord) · bob · (taken back)",
                        "• 03-01 12:00:00 · lobby (Discord) · ann · better");
        assertThat(world.page("rooms", "mei", Map.of("room", "telegram:general")))
                .anyMatch(line -> line.contains("carla"))
                .noneMatch(line -> line.contains("ann"));
        assertThat(world.page("rooms", "mei", Map.of("room", "'; drop table hub_journal; --")))
                .contains("Nobody has spoken yet.");
    }

    @Test
    void aLetterIsHandledAgainByItsButton() {
        MessageId message = poison();
        assertThat(page("letters")).contains("[Hand on again]", "[Forget]").anyMatch(line -> line.contains("parrot"));
        assertThat(world.chooses(message, "mei", Desk.REPLAY + 1))
                .isEqualTo("It failed again. The reason is in the log.");
        parrot.failing = false;

        assertThat(world.chooses(message, "ann", Desk.REPLAY + 1)).contains("moderators");
        assertThat(world.chooses(message, "mei", Desk.REPLAY + 1)).isEqualTo("It is handled now.");

        assertThat(world.room("telegram:general")).containsExactly("ann: poison");
        assertThat(page("letters")).contains("There are none: every event was handled.");
        assertThat(world.chooses(message, "mei", Desk.REPLAY + 1)).isEqualTo("This is done already.");
    }

    @Test
    void aLetterIsForgottenByItsButton() {
        MessageId message = poison();

        assertThat(world.chooses(message, "ada", Desk.DROP + 1)).isEqualTo("Forgotten.");
        assertThat(page("letters")).noneMatch(line -> line.contains("poison"));
        assertThat(world.chooses(message, "ada", Desk.DROP + "x")).isEmpty();
    }

    @Test
    void whatAPlatformRefusedIsTriedAgainByItsButton() {
        world.platform(TELEGRAM).next(() -> new Outcome.Refused(Text.of("the bot may not speak here")));
        MessageId message = world.says(DISCORD, "ann", "hello");
        assertThat(page("outbox"))
                .contains("[Try again]", "[Forget]")
                .anyMatch(line -> line.endsWith("general (Telegram) · hello · the bot may not speak here"));

        String id =
                world.reads("select id from hub_outbox where state = 'dead'").getFirst();
        assertThat(world.chooses(message, "mei", Desk.RETRY + id)).isEqualTo("It is on its way again.");

        assertThat(world.room("telegram:general")).containsExactly("ann: hello");
        assertThat(page("outbox")).contains("Nothing was refused.");
        assertThat(world.chooses(message, "mei", Desk.RETRY + id)).isEqualTo("This is done already.");
    }

    @Test
    void aChineseReaderIsToldNothingInEnglish() {
        PlayedPlatform telegram = world.platform(TELEGRAM);
        telegram.health(new Health(false, Phrase.of("hub.adapter-defect", Phrase.of("hub.cut-off"))));
        telegram.next(() -> new Outcome.Refused(Phrase.of("hub.cannot-edit", RoomNames.platform(TELEGRAM.platform()))));
        world.says(DISCORD, "ann", "你好");
        telegram.next(() -> new Outcome.Barred(Phrase.of("hub.switched-off", RoomNames.platform(TELEGRAM.platform()))));
        world.says(DISCORD, "ann", "在吗");
        poison();

        assertThat(chinese("overview")).anyMatch(line -> line.endsWith("适配器出错：中枢曾意外中断"));
        assertThat(chinese("outbox"))
                .anyMatch(line -> line.endsWith("Telegram 不支持编辑消息"))
                .anyMatch(line -> line.endsWith("平台 Telegram 已停用"));
        assertThat(chinese("letters")).anyMatch(line -> line.contains("Exception，位于 "));
        assertThat(Stream.of("overview", "rooms", "outbox", "letters").flatMap(page -> chinese(page).stream()))
                .noneMatch(line -> ENGLISH.matcher(line).find());
    }

    private List<String> chinese(String path) {
        Phrases phrases = Phrases.of("hub");
        Page page = world.hub().pages(List.of(world.platform(TELEGRAM)), ZoneOffset.UTC, phrases).stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
        Speaker reader = Accounts.speaker(RoomId.parse(DISCORD), "mei", false);
        Document document = world.sqlite()
                .readers()
                .withHandle(db -> page.view().of(new Query(Map.of(), reader), new ReadTx(db, Instant.EPOCH)));
        return new PageLines(phrases).of(document, Language.ZH);
    }

    @Test
    void whatWaitsIsShownLaneByLane() {
        world.platform(TELEGRAM).later(Duration.ofHours(1));
        world.says(DISCORD, "ann", "one");
        world.says(DISCORD, "ann", "two");

        assertThat(page("outbox")).anyMatch(line -> line.startsWith("• general (Telegram) · 2 · 03-01 12:00:00 · "));
    }

    private MessageId poison() {
        parrot.failing = true;
        return world.says(DISCORD, "ann", "poison");
    }
}
