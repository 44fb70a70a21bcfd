package lyceum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.moderation.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are judged as people write them, with what stands behind and beside the text. */
class ScreenTest {
    private static final MessageId MESSAGE = MessageId.parse("discord:general/1");
    private static final Speaker ANN =
            new Speaker(AuthorId.parse("discord:ann"), "ann", null, Standing.FAN, false, null);

    private static final WordLists WORDS =
            new WordLists(List.of("scam", "诈骗"), List.of("free nitro", "ass", "加微信", "Straße"));
    private static final Screen SCREEN = new Screen(Policy.RELAXED, WORDS, Engine.Limit.NONE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "this is a scam|words|plain|10|14|REMOVE|scam",
                "SCAM!|words|plain|0|4|REMOVE|SCAM",
                "这是scam吗|words|plain|2|6|REMOVE|scam",
                "他在诈骗大家|words|plain|2|4|REMOVE|诈骗",
                "ｓｃａｍ|words|folded|0|4|REMOVE|ｓｃａｍ → scam",
                "𝓼𝓬𝓪𝓶 here|words|folded|0|8|REMOVE|𝓼𝓬𝓪𝓶 → scam",
                "a s c a m|words|squeezed|2|9|HOLD|s c a m → scam",
                "get FREE   Nitro now|watched|plain|4|16|HOLD|FREE   Nitro",
                "加威信聊|watched|homophone|0|3|HOLD|加威信 → 加微信",
                "in der STRASSE|watched|folded|7|14|HOLD|STRASSE → Straße",
                "免费领取大礼包|adverts|plain|0|4|HOLD|免费领取"
            })
    void aWordIsFoundWhereItStands(
            String text, String rule, String view, int start, int end, Severity severity, String evidence) {
        assertThat(SCREEN.score(said(text)))
                .isEqualTo(new Signals(List.of(new Signal(rule, view, start, end, severity, evidence))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "scampi",
                "a classic class",
                "bass guitar",
                "二分查找",
                "@everyone look",
                "see https://example.org/notes and discord.gg/abc",
                "how do I write a for loop in Java?",
                "大家好，今天讲动态规划"
            })
    void otherWordsPass(String text) {
        assertThat(SCREEN.score(said(text))).isEqualTo(new Signals(List.of()));
    }

    @Test
    void hiddenAddressesAndFileNamesAreReadToo() {
        Event event = posted(
                Text.of("click ").plus(Text.of("here", new Mark.Link("https://scam.example"))),
                List.of(new Attachment("ok.png"), new Attachment("诈骗.apk")));

        assertThat(SCREEN.score(event))
                .isEqualTo(new Signals(List.of(
                        new Signal("files", "file", 0, 0, Severity.REMOVE, "诈骗.apk"),
                        new Signal("words", "address", 8, 12, Severity.REMOVE, "scam"),
                        new Signal("words", "file", 0, 2, Severity.REMOVE, "诈骗"))));
    }

    @Test
    void anEditIsReadLikeANewMessage() {
        MessageEdited edited = new MessageEdited(
                new Key(MESSAGE.room().platform(), "1", "2"),
                MESSAGE,
                ANN,
                Text.of("a scam"),
                List.of(),
                Instant.EPOCH);

        assertThat(SCREEN.score(edited))
                .extracting(signals -> signals == null ? -1 : signals.all().size())
                .isEqualTo(1);
    }

    @Test
    void otherEventsAreNoneOfItsBusiness() {
        assertThat(SCREEN.score(new MessageDeleted(null, MESSAGE))).isNull();
    }

    @Test
    void manyThreadsGetTheSameAnswerAsOne() {
        assertThat(IntStream.range(0, 400)
                        .parallel()
                        .mapToObj(at -> SCREEN.score(said(at % 2 == 0 ? "a scam" : "all is well")))
                        .filter(signals -> signals != null && !signals.all().isEmpty())
                        .count())
                .isEqualTo(200);
    }

    @Test
    void aHundredThousandCharactersAreReadAndTheEvidenceStaysShort() {
        assertThat(SCREEN.score(said("数据 structure ".repeat(8_000)))).isEqualTo(new Signals(List.of()));
        assertThat(SCREEN.score(said("s" + "\u200b".repeat(100_000) + "cam")))
                .extracting(signals -> signals == null
                        ? 0
                        : signals.all().getFirst().evidence().length())
                .isEqualTo(87);
        assertThat(SCREEN.score(said("a" + "\u0301".repeat(100_000)))).isEqualTo(new Signals(List.of()));
    }

    private static MessagePosted said(String text) {
        return posted(Text.of(text), List.of());
    }

    private static MessagePosted posted(Text text, List<Attachment> attachments) {
        return new MessagePosted(
                new Key(MESSAGE.room().platform(), "1", ""), MESSAGE, ANN, text, attachments, null, Instant.EPOCH);
    }
}
