package lyceum.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScribeTest {
    private final Scribe scribe = new Scribe(Phrases.of());

    @Test
    void everyPieceFitsWithItsName() {
        Random random = new Random(3);
        Voice voice = new Voice("n".repeat(200), null);
        for (int i = 0; i < 20; i++) {
            String text = random.ints(20_000, 0, 6)
                    .mapToObj(at -> List.of("a", " ", "\n", "好", "👩‍👩‍👧‍👦", "e\u0301")
                            .get(at))
                    .collect(Collectors.joining());

            List<Text> pieces = scribe.pieces(Document.of(Text.of(text)), Language.EN, voice);

            assertThat(pieces.stream().map(Text::plain).collect(Collectors.joining()))
                    .isEqualTo(text);
            assertThat(pieces).allSatisfy(piece -> {
                String said = letter(piece, voice).text();
                assertThat(said).hasSizeLessThanOrEqualTo(Scribe.LIMIT).startsWith("n".repeat(64) + ": ");
            });
        }
    }

    @Test
    void charactersThatTelegramTakesOutDoNotMoveTheMarks() {
        Text text = Text.of("a\u0000\r\u202eb").plus(Text.of("bold", new Mark.Bold()));

        Letter letter = letter(text, null);

        assertThat(letter.text()).isEqualTo("a   bbold");
        assertThat(letter.entities().getFirst().getOffset()).isEqualTo(5);
    }

    @Test
    void aMentionIsANameThatDoesNotPing() {
        Mark mention = new Mark.Mention(AuthorId.parse("discord:5"));
        Text text = Text.of("ask ")
                .plus(Text.of("@ann", mention))
                .plus(Text.of("@bob", mention))
                .plus(" or ")
                .plus(Text.of("carla", new Mark.Bold()));

        Letter letter = letter(text, null);

        assertThat(letter.text()).isEqualTo("ask annbob or carla");
        assertThat(letter.entities()).singleElement().satisfies(bold -> {
            assertThat(bold.getType()).isEqualTo("bold");
            assertThat(bold.getOffset()).isEqualTo(14);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            'ann'                      | 'ann: hi'
            'a n\tn\n'                 | 'a n n: hi'
            '\u202enna\u2066'          | 'nna: hi'
            '👩‍👩‍👧‍👦'                       | '👩‍👩‍👧‍👦: hi'
            ' \u200b '                 | '…: hi'
            '<b>@ann</b>'              | '<b>@ann</b>: hi'
            """)
    void aNameIsOneLineThatCannotTurnTheTextAround(String name, String said) {
        assertThat(letter(Text.of("hi"), new Voice(name, null)).text()).isEqualTo(said);
    }

    @Test
    void aTextWithNothingToSeeIsNotSentEmpty() {
        for (String nothing : Arrays.asList("", " \n ", "\u200b\u2060", "\u2800", "\u0000")) {
            assertThat(letter(Text.of(nothing), null).text()).isEqualTo("…");
        }
    }

    private Letter letter(Text text, @org.jspecify.annotations.Nullable Voice voice) {
        return scribe.letter(Document.of(text), Language.EN, voice);
    }
}
