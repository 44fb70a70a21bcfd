package lyceum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.person.Wish;
import org.junit.jupiter.api.Test;

/** What was kept by an earlier release is read by this one. */
class HeldJsonTest {
    private static final Path GOLDEN = Path.of("src/test/resources/lyceum/moderation/held-1-files.json");
    /** When only the names of files were kept. */
    private static final Path EARLIER = Path.of("src/test/resources/lyceum/moderation/held-1.json");

    @Test
    void aHeldMessageIsWrittenAsItAlwaysWasAndReadBackWhole() throws IOException {
        String json = HeldJson.write(everything());
        if (Boolean.getBoolean("updateSnapshots")) {
            Files.writeString(GOLDEN, json + "\n");
        }

        assertThat(json).isEqualTo(Files.readString(GOLDEN).strip());
        assertThat(HeldJson.read("held/1", json)).isEqualTo(everything());
    }

    @Test
    void whereOnlyTheNamesOfFilesWereKeptTheyAreReadAsNames() throws IOException {
        Held held = HeldJson.read("held/1", Files.readString(EARLIER));

        assertThat(held.posted().attachments()).containsExactly(new Attachment("homework.pdf"));
        assertThat(held.posted().text()).isEqualTo(everything().posted().text());
    }

    @Test
    void whatIsNotKnownOfASpeakerStaysUnknown() {
        Speaker plain = new Speaker(AuthorId.parse("telegram:7"), "x", null, Standing.FAN, true, null);
        MessagePosted posted = new MessagePosted(
                new Key(new PlatformName("telegram"), "1", ""),
                MessageId.parse("telegram:-1/1"),
                plain,
                Text.EMPTY,
                List.of(),
                null,
                Instant.EPOCH);
        Held held = new Held(posted, List.of(), Set.of());

        assertThat(HeldJson.read(HeldJson.TYPE, HeldJson.write(held))).isEqualTo(held);
    }

    @Test
    void aNewerTypeIsRefusedByName() {
        assertThatThrownBy(() -> HeldJson.read("held/2", "{}")).hasMessageContaining("held/2");
    }

    private static Held everything() {
        List<Mark> marks = List.of(
                new Mark.Bold(),
                new Mark.Italic(),
                new Mark.Underline(),
                new Mark.Strike(),
                new Mark.Spoiler(),
                new Mark.Quote(),
                new Mark.Code(),
                new Mark.CodeBlock("java"),
                new Mark.Link("https://example.org/?a=1"),
                new Mark.Mention(AuthorId.parse("discord:77")));
        Text text = new Text("0123456789 你好😀", List.of());
        for (int i = 0; i < marks.size(); i++) {
            text = new Text(text.plain(), with(text.spans(), new Span(i, i + 1, marks.get(i))));
        }
        Speaker ann = new Speaker(
                AuthorId.parse("discord:42"),
                "Ann \"小\"",
                "https://example.org/a.png",
                Standing.MODERATOR,
                false,
                Language.ZH);
        MessagePosted posted = new MessagePosted(
                new Key(new PlatformName("discord"), "100", "r1"),
                MessageId.parse("discord:1/100"),
                ann,
                text,
                List.of(new Attachment("homework.pdf", 20_480, "discord:cdn/1")),
                MessageId.parse("discord:1/99"),
                Instant.parse("2026-03-01T12:00:00.123Z"));
        Signal signal = new Signal("words", "text", 11, 13, Severity.HOLD, "你好");
        return new Held(posted, List.of(signal), Set.of(Wish.NOT_RELAYED, Wish.NO_PRIVATE_MESSAGES));
    }

    private static List<Span> with(List<Span> spans, Span more) {
        List<Span> all = new ArrayList<>(spans);
        all.add(more);
        return all;
    }
}
