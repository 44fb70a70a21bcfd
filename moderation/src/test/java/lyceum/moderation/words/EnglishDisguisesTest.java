package lyceum.moderation.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which an English word is disguised, each with its sight and the span of the original. */
final class EnglishDisguisesTest {
    private static final Letters LETTERS = Letters.load();
    private static final Lexicon LIST =
            Lexicon.of(List.of("casino", "jackpot", "free nitro", "betting", "spam"), LETTERS);
    private final Finder finder = new Finder(LETTERS);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            plain                   | PLAIN     | casino
            capitals                | PLAIN     | CaSiNo
            before a full stop      | PLAIN     | casino!
            zero-width space        | FOLDED    | cas\\u200Bino
            soft hyphen             | FOLDED    | cas\\u00ADino
            tag characters          | FOLDED    | cas\\uDB40\\uDC61ino
            full-width              | FOLDED    | \\uFF43\\uFF41\\uFF53\\uFF49\\uFF4E\\uFF4F
            mathematical            | FOLDED    | \\uD835\\uDC1C\\uD835\\uDC1A\\uD835\\uDC2C\\uD835\\uDC22\\uD835\\uDC27\\uD835\\uDC28
            circled                 | FOLDED    | ⓒⓐⓢⓘⓝⓞ
            small capitals          | FOLDED    | ᴄᴀꜱɪɴᴏ
            one look-alike          | FOLDED    | cаsino
            all look-alikes         | FOLDED    | саѕіпо
            accents                 | FOLDED    | cásïñô
            zalgo                   | FOLDED    | c\\u0334a\\u0352s\\u0317i\\u0335n\\u031Bo
            one digit               | LEET      | cas1no
            all digits              | LEET      | c451n0
            signs                   | LEET      | c@$!no
            spaces                  | SQUEEZED  | c a s i n o
            dots                    | SQUEEZED  | c.a.s.i.n.o
            star inside             | SQUEEZED  | cas*ino
            star for a vowel        | MASKED    | cas*no
            stars for all vowels    | MASKED    | c*s*n*
            stretched               | SQUEEZED  | cassssino
            all stretched           | SQUEEZED  | cccaaasssiiinnnooo
            emoji between           | SQUEEZED  | c😀a😀s😀i😀n😀o
            regional indicators     | SQUEEZED  | 🇨 🇦 🇸 🇮 🇳 🇴
            bold inside             | SQUEEZED  | ca**si**no
            code inside             | SQUEEZED  | c`asin`o
            neighbours swapped      | MISSPELT  | csaino
            a letter missing        | MISSPELT  | casno
            plural                  | PLAIN     | casinos
            plural, full-width      | FOLDED    | \\uFF43\\uFF41\\uFF53\\uFF49\\uFF4E\\uFF4F\\uFF53
            beside a number         | SQUEEZED  | casino88
            turned round            | TURNED    | \\u202Eonisac\\u202C
            """)
    void isSeenThrough(String name, Sight sight, String disguised) {
        String unescaped = unescape(disguised);
        String message = "come to the " + unescaped + " now";

        List<Hit> hits = finder.find(message, LIST);

        assertThat(hits).hasSize(1);
        Hit hit = hits.getFirst();
        assertThat(LIST.word(hit.term())).as(name).isEqualTo("casino");
        assertThat(hit.sight()).isEqualTo(sight);
        assertThat(hit.start()).isGreaterThanOrEqualTo(12);
        assertThat(message.substring(hit.start(), hit.end())).isSubstringOf(unescaped);
    }

    @Test
    void aWordGluedToChineseIsStillAWord() {
        assertThat(finder.find("快来casino玩吧", LIST)).containsExactly(new Hit(0, Sight.PLAIN, 2, 8));
    }

    @Test
    void aSpoilerInsideAWordHidesNothing() {
        assertThat(finder.find("ca||si||no", LIST)).containsExactly(new Hit(0, Sight.SQUEEZED, 0, 10));
    }

    @Test
    void oneSignMayStandForTwoLetters() {
        Lexicon list = Lexicon.of(List.of("halfwit", "lottery"), LETTERS);

        assertThat(finder.find("you h41fw17", list)).containsExactly(new Hit(0, Sight.LEET, 4, 11));
        assertThat(finder.find("10773ry", list)).containsExactly(new Hit(1, Sight.LEET, 0, 7));
    }

    @Test
    void oneStrokeStandsForEitherOfTwoLetters() {
        Lexicon list = Lexicon.of(List.of("cialis", "kill", "hillbilly"), LETTERS);

        assertThat(finder.find("c!41!5", list)).containsExactly(new Hit(0, Sight.LEET, 0, 6));
        assertThat(finder.find("k!11", list)).containsExactly(new Hit(1, Sight.LEET, 0, 4));
        assertThat(finder.find("h1118!11y", list)).containsExactly(new Hit(2, Sight.LEET, 0, 9));
    }

    @Test
    void aPluralMayChangeTheEnding() {
        Lexicon list = Lexicon.of(List.of("hillbilly", "bitch"), LETTERS);

        assertThat(finder.find("these hillbillies", list)).containsExactly(new Hit(0, Sight.PLAIN, 6, 17));
        assertThat(finder.find("bitches", list)).containsExactly(new Hit(1, Sight.PLAIN, 0, 7));
    }

    @Test
    void aPhraseIsFoundAcrossAnySpace() {
        assertThat(finder.find("Free   Nitro here", LIST)).containsExactly(new Hit(2, Sight.PLAIN, 0, 12));
        assertThat(finder.find("get freenitro", LIST)).extracting(Hit::sight).containsExactly(Sight.SQUEEZED);
    }

    @Test
    void everyPlaceIsFoundOnce() {
        assertThat(finder.find("casino c4sino casino", LIST))
                .extracting(Hit::sight)
                .containsExactlyInAnyOrder(Sight.PLAIN, Sight.LEET, Sight.PLAIN);
    }

    @Test
    void theSpanOfADisguiseIsExact() {
        assertThat(finder.find("go c\u200Ba s.i-n o!", LIST)).containsExactly(new Hit(0, Sight.SQUEEZED, 3, 14));
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("\\u", at)) {
                plain.append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                at += 5;
            } else {
                plain.append(text.charAt(at));
            }
        }
        return plain.toString();
    }
}
