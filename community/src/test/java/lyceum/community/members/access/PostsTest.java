package lyceum.community.members.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lyceum.hub.World;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is posted for those who have a plan is seen by everybody to be there, and read by them alone. */
class PostsTest {
    private static final String DISCORD = Subscribers.DISCORD;
    private static final String TELEGRAM = Subscribers.TELEGRAM;
    private static final String MODERATORS = Subscribers.MODERATORS;
    private static final String CHANNEL = Subscribers.CHANNEL.toString();
    private static final Map<String, String> SONG = Map.of("plan", "subscriber", "text", "Song 7\nla la la");

    @TempDir
    Path folder;

    private Subscribers people;
    private World world;

    @BeforeEach
    void open() {
        people = new Subscribers(folder);
        world = people.world;
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void everybodySeesThatItIsThereAndNobodyReadsIt() {
        assertThat(world.commands(MODERATORS, "ada", "post-for", SONG))
                .startsWith("Post 1 for Subscriber is out.")
                .endsWith("[Take it back]");

        assertThat(world.room(DISCORD))
                .containsExactly("Lyceum: 🔒 For Subscriber: Song 7\n"
                        + "To open it, press the button or write /open 1. [Open]");
        assertThat(world.room(TELEGRAM)).hasSize(1);
        assertThat(world.room(CHANNEL)).singleElement().asString().contains("write !open 1.");
    }

    @Test
    void whoHasThePlanReadsItInPrivate() {
        people.subscribes("carla", true);
        people.link("carla");
        world.commands(MODERATORS, "ada", "post-for", SONG);

        assertThat(world.presses(DISCORD, "carla", "Open")).startsWith("It is in your private messages on discord.");
        assertThat(world.room("discord:@carla")).last().isEqualTo("Lyceum: Song 7\nla la la");
        assertThat(world.commands(CHANNEL, "carla", "open", Map.of("number", "1")))
                .startsWith("It is in your private messages on telegram.");
        assertThat(world.room("telegram:@carla")).last().isEqualTo("Lyceum: Song 7\nla la la");
    }

    @Test
    void whatHasEndedIsReadWhileItIsKeptAndNotAfterwards() {
        people.subscribes("carla", true);
        people.link("carla");
        people.subscribes("carla", false);
        world.commands(MODERATORS, "ada", "post-for", SONG);

        assertThat(world.presses(DISCORD, "carla", "Open")).startsWith("It is in your private messages");
        world.passes(Subscribers.GRACE.plusSeconds(2));
        assertThat(world.presses(DISCORD, "carla", "Open")).startsWith("This is for Subscriber");
    }

    @Test
    void whoHasItNotIsToldHowItIsHad() {
        world.commands(MODERATORS, "ada", "post-for", SONG);

        assertThat(world.commands(TELEGRAM, "bob", "open", Map.of("number", "#1")))
                .startsWith("This is for Subscriber, which you do not have now.")
                .contains("Subscriber: 4.99 a month", "at twitch.tv/ada")
                .doesNotContain("la la la");
        assertThat(world.room("telegram:@bob")).isEmpty();
        assertThat(world.presses(DISCORD, "mei", "Open")).startsWith("It is in your private messages");
    }

    /** In stream chat everybody reads an answer. */
    @Test
    void nothingOfItIsSaidWhereAllReadIt() {
        people.subscribes("dora", true);
        world.commands(MODERATORS, "ada", "post-for", SONG);

        assertThat(world.commands(CHANNEL, "dora", "open", Map.of("number", "1")))
                .startsWith("It is yours, but I cannot write to you in private here.");
        assertThat(world.room(CHANNEL)).noneMatch(line -> line.contains("la la la"));
    }

    @Test
    void anOwnMessageGoesOutWithItsMarksAndFiles() {
        MessageId drawing = says(
                "ada", Text.of("A drawing", new Mark.Bold()), new Attachment("drawing.png", 5, "discord:cdn/drawing"));

        world.commandsAbout(drawing, "ada", "post-for");
        world.presses(DISCORD, "mei", "Open");

        assertThat(world.room(DISCORD))
                .last()
                .asString()
                .startsWith("Lyceum: 🔒 For Subscriber: A drawing\nFiles: 1\n");
        assertThat(world.room("discord:@mei")).last().asString().contains("A drawing", "drawing.png");
        assertThat(world.reads("select words || ' ' || source from access_post join access_file on owner = '1'"))
                .containsExactly("**A drawing** discord:cdn/drawing");
    }

    @Test
    void onlyOwnMessagesOfTheLastDaysArePosted() {
        MessageId old = says("ada", Text.of("old"));
        MessageId others = world.says(MODERATORS, "bob", "mine");

        assertThat(world.commandsAbout(others, "ada", "post-for")).startsWith("I do not have that message.");
        world.passes(Duration.ofDays(8));
        assertThat(world.commandsAbout(old, "ada", "post-for")).startsWith("I do not have that message.");
        assertThat(world.reads("select message from access_heard")).isEmpty();
        assertThat(world.room(DISCORD)).isEmpty();
    }

    @Test
    void aLineOfItsOwnIsNoTitle() {
        world.commands(MODERATORS, "ada", "post-for", Map.of("text", "the code is 1234"));

        assertThat(world.room(DISCORD))
                .singleElement()
                .asString()
                .startsWith("Lyceum: 🔒 For Subscriber: something new")
                .doesNotContain("1234");
    }

    @Test
    void whatIsTakenBackIsGoneEverywhere() {
        world.commands(MODERATORS, "ada", "post-for", SONG);
        assertThat(world.chooses(world.message(DISCORD, 0), "mei", "posts:remove:1"))
                .isEqualTo("Only the creator decides this.");

        assertThat(world.commands(MODERATORS, "ada", "post-for", Map.of("plan", "remove", "text", "1")))
                .startsWith("The post is taken back");

        assertThat(world.room(DISCORD)).containsExactly("Lyceum: 🔒 This post was taken back.");
        assertThat(world.room(CHANNEL)).isEmpty();
        assertThat(world.commands(DISCORD, "mei", "open", Map.of("number", "1")))
                .isEqualTo("This post was taken back by its creator.");
        assertThat(world.reads("select words from access_post")).containsExactly("");
        assertThat(world.chooses(world.message(DISCORD, 0), "ada", "posts:remove:1"))
                .isEqualTo("This post was taken back by its creator.");
    }

    @Test
    void whoIsForgottenTakesTheirPostsAlong() {
        world.says(DISCORD, "ada", "hello");
        world.commands(DISCORD, "ada", "post-for", SONG);

        world.commands(DISCORD, "ada", "forget", Map.of("whom", "me"));

        assertThat(world.reads("select words from access_post")).containsExactly("");
        assertThat(world.reads("select message from access_heard")).isEmpty();
    }

    @Test
    void whatIsUnclearIsSaid() {
        assertThat(world.commands(MODERATORS, "ada", "post-for", Map.of("plan", "gold", "text", "x")))
                .startsWith("There is no plan “gold”.")
                .contains("subscriber");
        assertThat(world.commands(MODERATORS, "ada", "post-for", Map.of("plan", "subscriber")))
                .startsWith("There is nothing to post.");
        assertThat(world.commands(MODERATORS, "ada", "post-for", Map.of("plan", "remove", "text", "x")))
                .startsWith("There is no such post.");
        assertThat(world.commands(DISCORD, "bob", "open", Map.of("number", "99")))
                .startsWith("There is no such post.");
        assertThat(world.commands(DISCORD, "bob", "post-for", SONG)).doesNotContain("is out");
        assertThat(world.room(DISCORD)).isEmpty();
    }

    private MessageId says(String who, Text text, Attachment... files) {
        MessageId message = world.says(MODERATORS, "bob", "look");
        RoomId room = RoomId.parse(MODERATORS);
        MessageId own = new MessageId(room, message.value() + "0");
        Speaker ada = new Speaker(new AuthorId(room.platform(), who), who, null, Standing.CREATOR, false, null);
        world.hears(new MessagePosted(
                new Key(room.platform(), own.value(), ""), own, ada, text, List.of(files), null, world.now()));
        return own;
    }
}
