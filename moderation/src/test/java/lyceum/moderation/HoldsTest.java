package lyceum.moderation;

import static lyceum.moderation.Moderated.MODS;
import static lyceum.moderation.Moderated.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.hub.World;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Place.NativeHold;
import lyceum.kernel.event.Talk.MessageDeleted;
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

/** What platforms' own filters hold waits with all the rest; and what is held here can be hidden where it was said. */
class HoldsTest {
    private static final String CHAT = "twitch:ada";

    @TempDir
    Path folder;

    private final Later later = new Later();
    private World world;

    @BeforeEach
    void open() {
        world = Moderated.open(folder, later);
    }

    /** From now on what is held is hidden where it was said. */
    private void hides() {
        world.close();
        world = Moderated.open(folder, later, ModerationSettings::hiding);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private MessageId filtered(String room, String words) {
        RoomId id = RoomId.parse(room);
        MessageId message = new MessageId(id, "held-1");
        world.hears(new NativeHold(
                new Key(id.platform(), "hold-1", "r1"), id, message, ann(id), Text.of(words), world.now()));
        return message;
    }

    private static Speaker ann(RoomId room) {
        return new Speaker(new AuthorId(room.platform(), "ann"), "ann", null, Standing.FAN, false, null);
    }

    private void posted(MessageId message, String words) {
        world.hears(new MessagePosted(
                new Key(message.room().platform(), message.value(), "r2"),
                message,
                ann(message.room()),
                Text.of(words),
                List.of(),
                null,
                world.now()));
    }

    @Test
    void whatTwitchHoldsIsApprovedThereAndThenHeardAsItIs() {
        MessageId message = filtered(CHAT, "free nitro, you fools");
        assertThat(world.room(MODS).getFirst())
                .contains("• The platform’s own filter holds it (twitch).\nNobody can read it until you decide.");

        world.presses(MODS, "mei", "Approve");
        posted(message, "free nitro, you fools");

        assertThat(world.admissions("twitch")).containsExactly("pass " + message);
        assertThat(later.heard).containsExactly("ann: free nitro, you fools");
        assertThat(world.room(MODS)).hasSize(1);
    }

    @Test
    void whatTwitchHoldsIsThrownAwayThereAndItsAuthorPunishedEverywhere() {
        world.says(ROOM, "ann", "good morning");
        MessageId message = filtered(CHAT, "you fools");

        world.presses(MODS, "mei", "Timeout");

        assertThat(world.admissions("twitch")).containsExactly("drop " + message);
        assertThat(world.admissions("discord"))
                .containsExactly("silence discord:ann discord:general until 2026-03-01T13:00:00Z");
    }

    @Test
    void whatWasDecidedOnTwitchItselfWaitsNoLonger() {
        MessageId message = filtered(CHAT, "you fools");
        posted(message, "you fools");
        assertThat(world.room(MODS).getFirst()).contains("approved by twitch");

        RoomId room = RoomId.parse(CHAT);
        MessageId other = new MessageId(room, "held-2");
        world.hears(new NativeHold(
                new Key(room.platform(), "hold-2", "r1"), room, other, ann(room), Text.of("worse"), world.now()));
        world.hears(new MessageDeleted(new Key(room.platform(), "held-2", "denied"), other));

        assertThat(world.room(MODS).getLast()).contains("decided on the platform itself");
        assertThat(later.heard).contains("ann: you fools");
    }

    @Test
    void whereThePlatformTakesNoDecisionsAnApprovedMessageIsSaidInItsAuthorsName() {
        filtered(ROOM, "you fools");
        filtered(ROOM, "you fools");

        world.presses(MODS, "mei", "Approve");

        assertThat(world.room(MODS)).hasSize(1);
        assertThat(world.room(ROOM)).containsExactly("ann: you fools");
        assertThat(later.heard).containsExactly("ann released: you fools 2026-03-01T12:00:00Z []");
    }

    @Test
    void whatThePlatformOnlyFlaggedStandsAndGoesWithItsCopiesWhenItIsRemoved() {
        MessageId message = world.says(ROOM, "ann", "you fools");
        world.hears(new NativeHold(
                new Key(message.room().platform(), "alert-1", ""),
                message.room(),
                message,
                ann(message.room()),
                Text.of("you fools"),
                world.now()));

        world.presses(MODS, "mei", "Remove");

        assertThat(world.room(ROOM)).isEmpty();
        assertThat(later.heard).containsExactly("ann: you fools", "deleted " + message);
    }

    @Test
    void whereThePolicySaysSoAHeldMessageIsHiddenUntilSomebodyDecides() {
        hides();
        MessageId message = world.says(ROOM, "ann", "free nitro here");

        assertThat(world.room(ROOM)).isEmpty();
        assertThat(world.room(MODS).getFirst()).contains("It was taken away where it was said");
        world.hears(new MessageDeleted(new Key(message.room().platform(), message.value(), "gone"), message));
        world.passes(Duration.ofMinutes(1));
        world.presses(MODS, "mei", "Approve");

        assertThat(world.room(ROOM)).containsExactly("ann: free nitro here");
        assertThat(later.heard.stream().filter(line -> line.contains("released")))
                .hasSize(1);
    }

    @Test
    void whatIsReportedIsNotHiddenBeforeAModeratorDecides() {
        hides();
        MessageId message = world.says(ROOM, "ann", "you all are boring");

        world.commandsAbout(message, "bob", "report", Map.of());

        assertThat(world.room(ROOM)).isNotEmpty();
        assertThat(Set.copyOf(world.room(MODS)).toString()).contains("Everybody can read it, also in the other rooms.");
    }
}
