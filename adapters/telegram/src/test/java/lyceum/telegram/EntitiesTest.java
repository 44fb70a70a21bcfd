package lyceum.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.AuthorId;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

class EntitiesTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private static final List<String> LETTERS =
            List.of("a", "b", " ", "\n", "好", "👩‍👩‍👧‍👦", "e\u0301", "@", "*", "_", "<", "&", "\u200b");
    private static final List<Mark> MARKS = List.of(
            new Mark.Bold(),
            new Mark.Italic(),
            new Mark.Underline(),
            new Mark.Strike(),
            new Mark.Spoiler(),
            new Mark.Quote(),
            new Mark.Code(),
            new Mark.CodeBlock("java"),
            new Mark.CodeBlock(""),
            new Mark.Link("https://example.org/?a=1&b=(2)"));

    @Test
    void everyMarkThatTelegramHasComesBack() {
        for (Mark mark : MARKS) {
            Text text = Text.of("one ").plus(Text.of("two", mark)).plus(" three");

            assertThat(back(text)).isEqualTo(text);
        }
    }

    @Test
    void whatIsWrittenIsLegalAndComesBackTheSame() {
        Random random = new Random(20261122);
        for (int i = 0; i < 10_000; i++) {
            Text text = text(random);

            List<MessageEntity> entities = EntitiesOut.write(text);

            assertLegal(text.plain(), entities);
            Text back = back(text);
            assertThat(back.plain()).isEqualTo(text.plain());
            assertThat(EntitiesOut.write(back)).as("%s", text).containsExactlyInAnyOrderElementsOf(entities);
        }
    }

    @Test
    void aStyleSurvivesOnEveryVisibleCharacterOutsideOfCode() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Text text = text(random);
            Text back = back(text);
            boolean[] code = covered(text, true);
            boolean[] bold = covered(text, false);
            boolean[] boldAgain = covered(back, false);
            for (int at = 0; at < code.length; at++) {
                if (!code[at] && !Character.isWhitespace(text.plain().charAt(at)) && bold[at]) {
                    assertThat(boldAgain[at]).as("%s at %s", text, at).isTrue();
                }
            }
        }
    }

    @Test
    void aMentionIsReadAndWrittenWhereItsAccountIsKnown() {
        Text text = EntitiesIn.read(
                "@ann and Bo",
                Told.json("[{'type':'mention','offset':0,'length':4},{'type':'text_mention','offset':9,'length':2,"
                        + "'user':{'id':9}}]"));

        assertThat(text.spans())
                .containsExactly(
                        new Span(0, 4, new Mark.Mention(new AuthorId(Address.TELEGRAM, "@ann"))),
                        new Span(9, 11, new Mark.Mention(new AuthorId(Address.TELEGRAM, "9"))));
        assertThat(EntitiesOut.write(text))
                .singleElement()
                .satisfies(entity -> assertThat(entity.getType()
                                + entity.getOffset()
                                + entity.getUser().getId())
                        .isEqualTo("text_mention99"));
    }

    @Test
    void anAddressThatTelegramWouldRefuseIsLeftOut() {
        assertThat(EntitiesOut.write(Text.of("click", new Mark.Link("javascript:alert(1)"))))
                .isEmpty();
        assertThat(EntitiesOut.write(Text.of("click", new Mark.Link("http://a b"))))
                .isEmpty();
    }

    private static Text back(Text text) {
        JsonNode entities = JSON.valueToTree(EntitiesOut.write(text));
        return EntitiesIn.read(text.plain(), entities);
    }

    private static Text text(Random random) {
        StringBuilder plain = new StringBuilder();
        int letters = 1 + random.nextInt(30);
        for (int i = 0; i < letters; i++) {
            plain.append(LETTERS.get(random.nextInt(LETTERS.size())));
        }
        List<Span> spans = new ArrayList<>();
        int marks = random.nextInt(7);
        for (int i = 0; i < marks; i++) {
            int start = random.nextInt(plain.length());
            int end = start + 1 + random.nextInt(plain.length() - start);
            spans.add(new Span(start, end, MARKS.get(random.nextInt(MARKS.size()))));
        }
        return new Text(plain.toString(), spans);
    }

    /** Telegram's rules: bounds, no white space at the edges, nesting without crossing, code alone but for quotations and links. */
    private static void assertLegal(String plain, List<MessageEntity> entities) {
        assertThat(entities).doesNotHaveDuplicates();
        for (MessageEntity one : entities) {
            int start = one.getOffset();
            int end = start + one.getLength();
            assertThat(start).isNotNegative();
            assertThat(end).isGreaterThan(start).isLessThanOrEqualTo(plain.length());
            assertThat(Character.isWhitespace(plain.charAt(start))).isFalse();
            assertThat(Character.isWhitespace(plain.charAt(end - 1))).isFalse();
            for (MessageEntity other : entities) {
                if (!one.equals(other)) {
                    assertThat(compatible(one, other)).as("%s %s", one, other).isTrue();
                }
            }
        }
    }

    private static boolean compatible(MessageEntity one, MessageEntity other) {
        int oneEnd = one.getOffset() + one.getLength();
        int otherEnd = other.getOffset() + other.getLength();
        if (oneEnd <= other.getOffset() || otherEnd <= one.getOffset()) {
            return true;
        }
        boolean nested = (one.getOffset() <= other.getOffset() && otherEnd <= oneEnd)
                || (other.getOffset() <= one.getOffset() && oneEnd <= otherEnd);
        boolean code = one.getType().matches("code|pre");
        boolean alone = !code || other.getType().equals("blockquote");
        boolean twice = one.getType().equals(other.getType()) && one.getType().matches("blockquote|text_link");
        return nested && alone && !twice;
    }

    private static boolean[] covered(Text text, boolean code) {
        boolean[] covered = new boolean[text.plain().length()];
        for (Span span : text.spans()) {
            boolean is = code
                    ? span.mark() instanceof Mark.Code || span.mark() instanceof Mark.CodeBlock
                    : span.mark() instanceof Mark.Bold;
            for (int i = span.start(); is && i < span.end(); i++) {
                covered[i] = true;
            }
        }
        return covered;
    }
}
