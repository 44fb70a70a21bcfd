package lyceum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listed words are found as people write them, and nothing else is. */
class WordRuleTest {
    private static final MessageId MESSAGE = MessageId.parse("discord:general/1");
    private static final Speaker ANN =
            new Speaker(AuthorId.parse("discord:ann"), "ann", null, Standing.FAN, false, null);

    private final WordRule rule =
            new WordRule(new WordLists(List.of("scam", "诈骗"), List.of("free nitro", "ass", "加微信", "Straße", "scam")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "this is a scam|10|14|scam|REMOVE",
                "SCAM!|0|4|SCAM|REMOVE",
                "ｓｃａｍ|0|4|ｓｃａｍ|REMOVE",
                "s\u200bc\u00ada\u2060m|0|7|s\u200bc\u00ada\u2060m|REMOVE",
                "𝓼𝓬𝓪𝓶 here|0|8|𝓼𝓬𝓪𝓶|REMOVE",
                "(scam)|1|5|scam|REMOVE",
                "这是scam吗|2|6|scam|REMOVE",
                "他在诈骗大家|2|4|诈骗|REMOVE",
                "诈\u200b骗|0|3|诈\u200b骗|REMOVE",
                "get FREE   Nitro now|4|16|FREE   Nitro|HOLD",
                "'free\nnitro'|0|10|'free\nnitro'|HOLD",
                "you ass|4|7|ass|HOLD",
                "加微信聊|0|3|加微信|HOLD",
                "in der STRASSE|7|14|STRASSE|HOLD",
                "🎉scam🎉|2|6|scam|REMOVE"
            })
    void aListedWordIsFoundWhereItStands(String text, int start, int end, String evidence, Severity severity) {
        assertThat(rule.score(said(text)))
                .isEqualTo(new Signals(List.of(new Signal("words", "text", start, end, severity, evidence))));
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
                "scam1",
                "二分查找",
                "加 微信",
                "freenitro",
                "scàm",
                "s c a m"
            })
    void otherWordsPass(String text) {
        assertThat(rule.score(said(text))).isEqualTo(new Signals(List.of()));
    }

    @Test
    void hiddenAddressesAndFileNamesAreReadToo() {
        Event event = posted(
                Text.of("click ").plus(Text.of("here", new Mark.Link("https://scam.example"))),
                List.of(new Attachment("ok.png"), new Attachment("诈骗.apk")));

        assertThat(rule.score(event))
                .isEqualTo(new Signals(List.of(
                        new Signal("words", "link", 8, 12, Severity.REMOVE, "scam"),
                        new Signal("words", "file", 0, 2, Severity.REMOVE, "诈骗"))));
    }

    @Test
    void anEditIsReadLikeANewMessage() {
        MessageEdited edited = new MessageEdited(
                new Key(MESSAGE.room().platform(), "1", "2"), MESSAGE, ANN, Text.of("a scam"), Instant.EPOCH);

        assertThat(rule.score(edited))
                .extracting(signals -> signals == null ? -1 : signals.all().size())
                .isEqualTo(1);
    }

    @Test
    void otherEventsAreNoneOfItsBusiness() {
        assertThat(rule.score(new MessageDeleted(null, MESSAGE))).isNull();
    }

    @Test
    void emptyListsObjectToNothing() {
        WordRule none = new WordRule(new WordLists(List.of(), List.of(" ", "\u200b")));

        assertThat(none.score(said("anything scam"))).isEqualTo(new Signals(List.of()));
    }

    @Test
    void aHundredThousandCharactersAreReadAndTheEvidenceStaysShort() {
        assertThat(rule.score(said("数据 structure ".repeat(8_000)))).isEqualTo(new Signals(List.of()));
        assertThat(rule.score(said("s" + "\u200b".repeat(100_000) + "cam")))
                .extracting(signals -> signals == null
                        ? 0
                        : signals.all().getFirst().evidence().length())
                .isEqualTo(80);
        assertThat(rule.score(said("a" + "\u0301".repeat(100_000)))).isEqualTo(new Signals(List.of()));
    }

    private static MessagePosted said(String text) {
        return posted(Text.of(text), List.of());
    }

    private static MessagePosted posted(Text text, List<Attachment> attachments) {
        return new MessagePosted(
                new Key(MESSAGE.room().platform(), "1", ""), MESSAGE, ANN, text, attachments, null, Instant.EPOCH);
    }
}
