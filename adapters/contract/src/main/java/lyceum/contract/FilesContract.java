package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Edits;
import lyceum.kernel.platform.Fetches;
import lyceum.kernel.platform.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms where files stand; the platform under test is made with {@link #files()}. */
public interface FilesContract extends OnStage {
    /** A picture of one pixel. */
    String PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /** Hands out a picture, and nothing that is called gone. */
    static Files files() {
        Files files = new Files();
        files.from(
                new PlatformName("played"),
                (source, _) -> source.endsWith("gone")
                        ? Optional.empty()
                        : Optional.of(Base64.getDecoder().decode(PIXEL)));
        return files;
    }

    @Test
    @DisplayName("A file that a person sends is brought with its name and size, and its bytes can be had")
    default void aPersonsFileIsBrought() {
        String words = scene().fresh("my homework");
        byte[] content = words.getBytes(StandardCharsets.UTF_8);

        scene().stage().send("ann", words, "notes.txt", Base64.getEncoder().encodeToString(content));

        MessagePosted posted = scene().ears().hear(words);
        Attachment file = posted.attachments().getFirst();
        assertThat(file.name()).isEqualTo("notes.txt");
        assertThat(file.size()).isEqualTo(content.length);
        assertThat(scene().as(Fetches.class).fetch(String.valueOf(file.source()), 1_000))
                .hasValue(content);
        assertThat(scene().as(Fetches.class).fetch(String.valueOf(file.source()), 3))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "A picture and a file of the hub stand with their words, in another's name, and the words can be changed")
    default void theHubsFilesStand() {
        String words = scene().fresh("look at this");
        Document document = Document.of(Text.of(words))
                .plus(new Block.File("heap.png", 70, "played:heap"))
                .plus(new Block.File("notes.pdf", 70, "played:notes"));

        List<MessageId> messages = scene().deliver(scene().post(document, new Voice("bob", null)));

        await().until(() -> scene().stage().messages().stream()
                .flatMap(shown -> shown.files().stream())
                .anyMatch(name -> name.endsWith("notes.pdf")));
        Shown first = scene().stands(words);
        assertThat(first.files()).isNotEmpty();
        assertThat(first.says("bob", words)).isTrue();

        Document changed = Document.of(Text.of(words + " again"))
                .plus(document.blocks().get(1))
                .plus(document.blocks().get(2));
        scene().insist(platform -> ((Edits) platform)
                .edit(new Edit(messages.getFirst(), changed, Language.EN, new Voice("bob", null), "contract:")));

        assertThat(scene().stands(words + " again").says("bob", words + " again"))
                .isTrue();
    }

    @Test
    @DisplayName("A file whose bytes cannot be had, or are too many, is named with its size")
    default void whatCannotGoAlongIsNamed() {
        String words = scene().fresh("large");
        Document document = Document.of(Text.of(words))
                .plus(new Block.File("film.mp4", 3_000_000_000L, "played:film"))
                .plus(new Block.File("old.png", 0, "played:gone"));

        scene().deliver(scene().post(document, null));

        await().until(() -> scene().stage().messages().stream()
                .anyMatch(shown -> shown.plain().contains("📎 old.png")));
        assertThat(scene().stands(words).plain()).contains("📎 film.mp4 (3.0 GB)");
    }
}
