package lyceum.moderation;

import static lyceum.moderation.Moderated.MODS;
import static lyceum.moderation.Moderated.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import lyceum.hub.World;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Answer.Resolved;
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

/** Files are known again by their bytes and by how they look, and are evidence for as long as the settings say. */
class AttachedTest {
    @TempDir
    Path folder;

    private final Later later = new Later();
    private World world;

    @BeforeEach
    void open() {
        world = Moderated.open(folder, later);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aPictureLikeOneThatWasTakenAwayWaitsForAModeratorAndNobodyHasItMeanwhile() {
        removed("first", "free nitro", picture(320, 200, "png"));

        MessageId again = sends("again", "look at this");
        assertThat(later.heard).contains("ann: look at this");
        looked(again, picture(640, 400, "jpg"));

        assertThat(later.heard).contains("deleted " + again);
        assertThat(world.room(MODS).getLast())
                .startsWith("Lyceum: Case 2: a message waits for you")
                .contains("look at this")
                .contains("The file is like one that was removed before (6");
    }

    @Test
    void theSameBytesAreKnownWhateverTheyAre() {
        removed("first", "free nitro", new byte[] {1, 2, 3});

        MessageId again = sends("again", "harmless");
        looked(again, new byte[] {1, 2, 3});
        MessageId other = sends("other", "harmless too");
        looked(other, new byte[] {1, 2, 4});

        assertThat(later.heard).contains("deleted " + again).doesNotContain("deleted " + other);
    }

    @Test
    void whatAModeratorLetThroughIsNoExample() {
        MessageId first = sends("first", "free nitro");
        looked(first, picture(320, 200, "png"));
        world.presses(MODS, "mei", "Approve");

        MessageId again = sends("again", "look");
        looked(again, picture(320, 200, "png"));

        assertThat(later.heard).doesNotContain("deleted " + again);
    }

    @Test
    void aCaseTellsTheFingerprintsOfItsFilesUntilTheyAreEvidenceNoMore() {
        removed("first", "free nitro", new byte[] {1, 2, 3});
        assertThat(world.commands(MODS, "mei", "case", Map.of("case", "1")))
                .contains("free nitro")
                .contains(
                        "heap.png: 3 bytes, SHA-256 039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");

        world.passes(Duration.ofDays(182));

        assertThat(world.commands(MODS, "mei", "case", Map.of("case", "1")))
                .contains("Case 1")
                .contains("What was said is no longer kept.")
                .doesNotContain("free nitro")
                .doesNotContain("SHA-256");
    }

    @Test
    void whatIsLetThroughLateKeepsItsFiles() {
        sends("first", "free nitro");

        world.restarts();
        world.presses(MODS, "mei", "Approve");

        assertThat(later.files).containsExactly(new Attachment("heap.png", 9, "discord:cdn/heap"));
    }

    private void removed(String name, String text, byte[] bytes) {
        MessageId message = sends(name, text);
        looked(message, bytes);
        world.presses(MODS, "mei", "Remove");
    }

    private MessageId sends(String name, String text) {
        MessageId message = new MessageId(RoomId.parse(ROOM), name);
        world.hears(new MessagePosted(
                new Key(message.room().platform(), name, ""),
                message,
                new Speaker(AuthorId.parse("discord:ann"), "ann", null, Standing.FAN, false, Language.EN),
                Text.of(text),
                List.of(new Attachment("heap.png", 9, "discord:cdn/heap")),
                null,
                world.now()));
        return message;
    }

    private void looked(MessageId message, byte[] bytes) {
        world.hears(new Resolved(
                "moderation:file:0:" + message, Fingerprint.of(bytes).toString()));
    }

    /** A hill between two colours, as large and in such a format as is wanted. */
    private static byte[] picture(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawn = image.createGraphics();
        drawn.setPaint(new GradientPaint(0, 0, Color.YELLOW, width, height, Color.BLUE));
        drawn.fillRect(0, 0, width, height);
        drawn.setPaint(Color.DARK_GRAY);
        drawn.fillOval(width / 4, height / 3, width / 2, height);
        drawn.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
