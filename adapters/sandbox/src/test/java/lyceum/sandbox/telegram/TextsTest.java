package lyceum.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lyceum.sandbox.telegram.text.Entity;
import lyceum.sandbox.telegram.text.Formatted;
import lyceum.sandbox.telegram.text.Texts;
import lyceum.sandbox.telegram.text.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts and entities as Telegram reads, cleans and refuses them. */
class TextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            <b>bold</b> plain → bold plain → bold 0 4
            <b>a<i>b</i></b> → ab → bold 0 2, italic 1 1
            😀<u>x</u> → 😀x → underline 2 1
            <a href="https://example.com/a?b=1&amp;c">go</a> → go → text_link 0 2 https://example.com/a?b=1&c
            <a href="tg://user?id=5000000003">ann</a> → ann → text_mention 0 3 5000000003
            <pre><code class="language-java">int x</code></pre> → int x → pre 0 5 java
            <code>a &lt; b</code> → a < b → code 0 5
            <blockquote expandable>q</blockquote>r → qr → expandable_blockquote 0 1
            <span class="tg-spoiler">s</span> → s → spoiler 0 1
            <tg-emoji emoji-id="77">👍</tg-emoji> → 👍 → custom_emoji 0 2 77
            1 &#60; 2 &copy; → 1 < 2 &copy; →
            """)
    void htmlIsRead(String html, String text, String entities) {
        assertThat(shown(Texts.parsed(html, "HTML"))).isEqualTo(text + "|" + (entities == null ? "" : entities));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            *bold* _it_ → bold it → bold 0 4, italic 5 2
            *a _b_ c* → a b c → bold 0 5, italic 2 1
            __u__ ~s~ ||p|| → u s p → underline 0 1, strikethrough 2 1, spoiler 4 1
            `a.b` → a.b → code 0 3
            [x\\.y](http://e.com/\\)) → x.y → text_link 0 3 http://e.com/)
            ![😀](tg://emoji?id=5) → 😀 → custom_emoji 0 2 5
            ___u i_ u__ → u i u → underline 0 5, italic 0 3
            a\\_b\\! → a_b! →
            """)
    void markdownV2IsRead(String markdown, String text, String entities) {
        assertThat(shown(Texts.parsed(markdown, "MarkdownV2")))
                .isEqualTo(text + "|" + (entities == null ? "" : entities));
    }

    @Test
    void markdownV2BlocksAndQuotationsAreRead() {
        assertThat(shown(Texts.parsed("```java\nint x;\n```", "markdownv2"))).isEqualTo("int x;|pre 0 6 java");
        assertThat(shown(Texts.parsed(">one\n>two\nthree", "MarkdownV2"))).isEqualTo("one\ntwo\nthree|blockquote 0 7");
        assertThat(shown(Texts.parsed(">one\n>two||", "MarkdownV2"))).isEqualTo("one\ntwo|expandable_blockquote 0 7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            MarkdownV2 → a.b → can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'
            MarkdownV2 → *a → can't parse entities: Can't find end of Bold entity at byte offset 0
            MarkdownV2 → 中`a → can't parse entities: Can't find end of Code entity at byte offset 3
            Markdown → a_b → can't parse entities: Can't find end of the entity starting at byte offset 1
            HTML → <b>a → can't parse entities: Can't find end tag corresponding to start tag "b"
            HTML → a<p>b</p> → can't parse entities: Unsupported start tag "p" at byte offset 1
            HTML → <b>a</i> → can't parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>"
            HTML → a</i> → can't parse entities: Unexpected end tag at byte offset 1
            BBCode → a → unsupported parse_mode
            """)
    void whatIsNotFormattedRightIsRefused(String mode, String text, String refusal) {
        assertThatThrownBy(() -> Texts.parsed(text, mode)).hasMessage(refusal);
    }

    @Test
    void theOldMarkdownIsRead() {
        assertThat(shown(Texts.parsed("*a* _b_ `c` [d](e.com) \\*", "Markdown")))
                .isEqualTo("a b c d *|bold 0 1, italic 2 1, code 4 1, text_link 6 1 http://e.com/");
    }

    @Test
    void entitiesMustStandInTheTextAndSplitNoSymbol() {
        assertThatThrownBy(() -> bold("😀x", 1, 2))
                .hasMessage("entity begins in a middle of a UTF-16 symbol at byte offset 4");
        assertThatThrownBy(() -> bold("x😀", 0, 2))
                .hasMessage("entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 5");
        assertThatThrownBy(() -> bold("abc", 3, 1))
                .hasMessage("entity begins after the end of the text at UTF-16 offset 3");
        assertThatThrownBy(() -> bold("abc", 1, 9))
                .hasMessage("entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10");
        assertThatThrownBy(() -> Texts.parsed("broken \ud83d", "")).hasMessage("strings must be encoded in UTF-8");
    }

    private static Formatted bold(String text, int offset, int length) {
        return Texts.stated(text, List.of(Entity.of("bold", offset, length)));
    }

    @Test
    void whiteSpaceAtBothEndsIsCutAndEntitiesMoveWithTheText() {
        Formatted text = Texts.stated("  \n ab \n", List.of(Entity.of("bold", 4, 4)));

        assertThat(shown(text)).isEqualTo("ab|bold 0 2");
    }

    @Test
    void controlCharactersBecomeSpacesAndCarriageReturnsVanish() {
        assertThat(Texts.parsed("a\tb\r\nc\u202ed\u0000e", "").text()).isEqualTo("a b\ncd e");
    }

    @Test
    void crossingStylesAreCutAndEqualOnesJoined() {
        Formatted crossing = Texts.stated("abcdef", List.of(Entity.of("bold", 0, 4), Entity.of("italic", 2, 4)));
        Formatted equal = Texts.stated("abcdef", List.of(Entity.of("bold", 0, 3), Entity.of("bold", 3, 3)));

        assertThat(shown(crossing)).isEqualTo("abcdef|bold 0 4, italic 2 2, italic 4 2");
        assertThat(shown(equal)).isEqualTo("abcdef|bold 0 6");
    }

    @Test
    void codeHoldsNothingElse() {
        Formatted text = Texts.stated("abcdef", List.of(Entity.of("code", 0, 6), Entity.of("bold", 1, 2)));

        assertThat(shown(text)).isEqualTo("abcdef|code 0 6");
    }

    @Test
    void telegramFindsCommandsMentionsTagsAndAddressesByItself() {
        Formatted text = Texts.parsed("/help@lyceum_bot @ann #tag $USD https://e.com/x. me@e.com 1/2", "");

        assertThat(shown(text).split("\\|", -1)[1])
                .isEqualTo("bot_command 0 16, mention 17 4, hashtag 22 4, cashtag 27 4, url 32 15, email 49 8");
    }

    @Test
    void nothingIsFoundInsideCode() {
        assertThat(shown(Texts.parsed("<code>/help @ann</code>", "HTML"))).isEqualTo("/help @ann|code 0 10");
    }

    @Test
    void aWrittenTextReadsBackTheSame() {
        String html =
                "<b>a &lt; <i>b</i></b> <a href=\"https://e.com/\">c</a> <pre><code class=\"language-x\">d</code></pre>";

        assertThat(Written.html(Texts.parsed(html, "HTML"))).isEqualTo(html);
    }

    private static String shown(Formatted formatted) {
        List<String> entities = formatted.entities().stream()
                .map(entity -> entity.type() + " " + entity.offset() + " " + entity.length()
                        + (entity.argument() == null ? "" : " " + entity.argument()))
                .toList();
        return formatted.text() + "|" + String.join(", ", entities);
    }
}
