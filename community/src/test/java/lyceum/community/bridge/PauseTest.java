package lyceum.community.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read in joined rooms when a moderator pauses the relay and lets it go on. */
class PauseTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:general";
    private static final String PAUSED = "Lyceum: 转发已暂停：你在这里说的话，等管理员恢复后其他房间就能看到。";
    private static final String RESUMED = "Lyceum: 转发已恢复：暂停期间的消息随后送到。";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        BridgeSettings settings = new BridgeSettings(
                "Lyceum",
                List.of(new Link("general", List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM)))),
                ZoneId.of("UTC"),
                Language.EN,
                Map.of(RoomId.parse(TELEGRAM), Language.ZH));
        Members members = new Members(new MembersSettings(settings.zone(), settings.language(), settings.languages()));
        world = World.open(folder, World.Cast.of(List.of(members, new Bridge(settings)), "hub", "members", "bridge"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatIsSaidDuringAPauseIsCarriedOverInOrderAfterwardsWithItsTime() {
        assertThat(relay("mei", "pause"))
                .isEqualTo("Paused. What is said now waits, and is carried over in order after /relay resume.");
        world.says(DISCORD, "ann", "one");
        world.passes(Duration.ofMinutes(3));
        world.says(DISCORD, "bob", "two");
        assertThat(world.room(TELEGRAM)).containsExactly(PAUSED);
        world.restarts();
        world.says(DISCORD, "ann", "three");

        assertThat(relay("mei", "resume")).isEqualTo("It goes on. Messages that waited and follow now: 3");

        world.says(DISCORD, "bob", "four");
        assertThat(world.room(TELEGRAM))
                .containsExactly(
                        PAUSED,
                        RESUMED,
                        "ann: 发于 12:00，当时转发暂停：\none",
                        "bob: 发于 12:03，当时转发暂停：\ntwo",
                        "ann: 发于 12:03，当时转发暂停：\nthree",
                        "bob: four");
    }

    @Test
    void aLongWaitIsCarriedOverInPortionsAndWhatIsSaidMeanwhileComesAfterIt() {
        relay("mei", "pause");
        List<String> said =
                IntStream.range(0, 120).mapToObj(i -> "line " + i + ".").toList();
        said.forEach(line -> world.says(DISCORD, "ann", line));

        relay("mei", "resume");
        world.says(DISCORD, "bob", "at last");
        world.passes(Duration.ofSeconds(1));

        assertThat(world.room(TELEGRAM).stream().skip(2).map(line -> line.replaceFirst("(?s).*：\n", "")))
                .hasSize(121)
                .startsWith(said.toArray(String[]::new))
                .last()
                .asString()
                .contains("at last");
    }

    @Test
    void whatIsTakenBackDuringAPauseIsNotCarriedOverAndWhatIsEditedAsItLastStood() {
        relay("mei", "pause");
        MessageId gone = world.says(DISCORD, "ann", "oops");
        MessageId changed = world.says(DISCORD, "ann", "helo");
        world.deletes(gone);
        world.edits(changed, "ann", "hello");

        relay("mei", "resume");

        assertThat(world.room(TELEGRAM)).containsExactly(PAUSED, RESUMED, "ann: 发于 12:00，当时转发暂停：\nhello");
    }

    @Test
    void onlyModeratorsPauseAndNothingHappensTwice() {
        assertThat(relay("ann", "pause")).isEqualTo("This command is for moderators. Ask them if you need it.");
        assertThat(relay("mei", "resume")).isEqualTo("The relay is not paused.");
        assertThat(relay("mei", "stop")).isEqualTo("“stop” is not possible for “what”. Choose one of: pause, resume");
        relay("mei", "pause");

        assertThat(relay("ada", "pause")).isEqualTo("The relay is paused already. /relay resume lets it go on.");
        assertThat(world.room(TELEGRAM)).containsExactly(PAUSED);
    }

    @Test
    void aMessageThatWaitsKeepsAllThatItIs() {
        RoomId room = RoomId.parse(DISCORD);
        AuthorId ann = new AuthorId(room.platform(), "ann");
        MessagePosted posted = new MessagePosted(
                new Key(room.platform(), "7", "edit"),
                new MessageId(room, "7"),
                new Speaker(ann, "小明", "https://example.org/a.png", Standing.MODERATOR, false, Language.ZH),
                new Text(
                        "0123456789",
                        List.of(
                                new Span(0, 2, new Mark.Bold()),
                                new Span(2, 4, new Mark.CodeBlock("java")),
                                new Span(4, 6, new Mark.Link("https://example.org")),
                                new Span(6, 8, new Mark.Mention(ann)))),
                List.of(new Attachment("notes.pdf")),
                new MessageId(room, "6"),
                World.START);
        Waiting waiting = new Waiting();

        assertThat(waiting.read(Waiting.TYPE, waiting.write(posted))).isEqualTo(posted);
        assertThat(waiting.write(posted))
                .contains("{\"mark\":\"Bold\"}", "{\"mark\":\"CodeBlock\",\"language\":\"java\"}");
    }

    private String relay(String who, String what) {
        return world.commands(DISCORD, who, "relay", Map.of("what", what));
    }
}
