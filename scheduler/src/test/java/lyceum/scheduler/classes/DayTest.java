package lyceum.scheduler.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.hub.World;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.scheduler.certificate.Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day of a class that is held in three rooms at once, and what comes after it. */
class DayTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:main";
    private static final String CHAT = "twitch:ada";
    private static final String RECORDING = "https://video.example/graphs";

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private World world;

    @BeforeEach
    void open() {
        cast.has(1, "Asia/Shanghai", Language.EN, "discord:ada");
        cast.has(2, "Europe/Berlin", Language.EN, "telegram:ann", "discord:ann");
        cast.has(3, "Asia/Shanghai", Language.ZH, "discord:xiaoming");
        cast.has(4, "UTC", Language.EN, "twitch:carla");
        cast.has(5, "UTC", Language.EN, "telegram:bob");
        cast.has(6, "UTC", Language.EN, "telegram:dora");
        ClassesSettings settings = new ClassesSettings(
                "Algorithm School",
                List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM), RoomId.parse(CHAT)),
                Language.EN,
                Map.of(),
                ClassesSettings.DOCUMENTED_PACE);
        Answered answered = (_, from, to) -> List.of(new Answered.Exchange("Is " + from + " early?", "Until " + to));
        Classes classes = new Classes(settings, Signer.of(folder.resolve("certificate.key")), answered);
        world = World.open(
                folder, World.Cast.of(List.of(cast, classes), "hub", "classes").withStreamChat());
        asks(DISCORD, "ada", "class-new", "title", "Graphs", "start", "2026-03-08T19:00", "zone", "Asia/Shanghai");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String asks(String room, String who, String command, String... options) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            given.put(options[i], options[i + 1]);
        }
        return world.commands(room, who, command, given);
    }

    private void until(String instant) {
        world.passes(Duration.between(world.now(), Instant.parse(instant)));
    }

    private String page() {
        return String.valueOf(world.page("classes", "ada", Map.of("class", "1")));
    }

    @Test
    void whoWasThereIsOnePersonHoweverManyPlacesTheySpokeOrPressedIn() {
        world.says(DISCORD, "bob", "two hours early");
        until("2026-03-08T10:55:00Z");
        world.says(DISCORD, "ann", "good evening");
        world.says(TELEGRAM, "ann", "and on the phone");
        world.says(DISCORD, "xiaoming", "老师好");
        until("2026-03-08T11:30:00Z");
        world.says(CHAT, "carla", "hello from the stream");
        asks(TELEGRAM, "bob", "vote", "choice", "2");
        asks(TELEGRAM, "dora", "class-list");
        world.botSays(DISCORD, "another bot", "beep");
        until("2026-03-08T12:00:01Z");
        world.says(TELEGRAM, "dora", "too late");

        assertThat(page()).contains("Graphs").contains("3 spoke, 1 answered or asked");
    }

    @Test
    void whoTurnsOutToBeSomebodyElseWasThereOnce() {
        until("2026-03-08T11:30:00Z");
        world.says(CHAT, "carla", "hello from the stream");
        world.says(TELEGRAM, "dora", "hello from my phone");
        String before = page();

        AuthorId chat = AuthorId.parse("twitch:carla");
        AuthorId phone = AuthorId.parse("telegram:dora");
        world.hears(new MembersMerged(new MemberId(6), new MemberId(4), Set.of(chat, phone)));

        assertThat(before).contains("2 spoke");
        assertThat(page()).contains("1 spoke");
    }

    @Test
    void aClassThatNobodyCameToIsNotAskedAbout() {
        until("2026-03-08T12:10:00Z");

        assertThat(world.room(DISCORD)).noneMatch(line -> line.contains("How was"));
    }

    @Test
    void eachPersonAnswersThreeQuestionsAndTheirLastAnswerCounts() {
        until("2026-03-08T11:30:00Z");
        world.says(DISCORD, "xiaoming", "老师好");
        until("2026-03-08T12:00:00Z");

        assertThat(world.presses(DISCORD, "xiaoming", "1 Good")).isEqualTo("谢谢。已记下：1. 这节课怎么样？ 1 好");
        world.presses(DISCORD, "xiaoming", "1 So-so");
        world.presses(TELEGRAM, "ann", "1 Good");
        world.presses(DISCORD, "ann", "1 Good");
        world.presses(DISCORD, "ann", "2 Just right");

        assertThat(world.room(CHAT)).noneMatch(line -> line.contains("How was"));
        assertThat(page()).contains("1 Good: 1, 1 So-so: 1, 1 Not good: 0").contains("2 Just right: 1");
    }

    @Test
    void theRecordingIsToldInTheRoomsWithWhatWasAskedAndOnceInPrivateToWhoeverCameOrWantedTo() {
        asks(TELEGRAM, "ann", "class-come", "id", "1");
        assertThat(asks(DISCORD, "ada", "class-replay", "id", "1", "url", RECORDING))
                .isEqualTo("No date of this class has begun yet");
        until("2026-03-08T13:00:00Z");
        assertThat(asks(DISCORD, "ada", "class-replay", "id", "1", "url", "javascript:alert(1)"))
                .contains("is no address");
        int before = world.room("telegram:@ann").size();

        asks(DISCORD, "ada", "class-replay", "id", "1", "url", RECORDING);
        asks(DISCORD, "ada", "class-replay", "id", "1", "url", RECORDING + "/2");
        world.passes(Duration.ofMinutes(1));

        assertThat(world.room(TELEGRAM).getLast())
                .isEqualTo("Lyceum: Graphs: here is the recording\n" + RECORDING
                        + "/2\nAsked and answered during the class:\n"
                        + "• Is 2026-03-08T10:50:00Z early? → Until 2026-03-08T12:00:00Z");
        assertThat(world.room("telegram:@ann"))
                .hasSize(before + 1)
                .last()
                .isEqualTo("Lyceum: Graphs: here is the recording\n" + RECORDING);
    }
}
