package lyceum.moderation.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a Chinese word is disguised. */
final class ChineseDisguisesTest {
    private static final Letters LETTERS = Letters.load();
    private static final Lexicon LIST = Lexicon.of(List.of("加微信", "彩票", "代购"), LETTERS);
    private final Finder finder = new Finder(LETTERS);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            plain                 | PLAIN      | 加微信 | 加微信
            spaces                | SQUEEZED   | 加微信 | 加 微 信
            ideographic spaces    | SQUEEZED   | 加微信 | 加\u3000微\u3000信
            zero-width            | FOLDED     | 加微信 | 加\u200B微\u200B信
            punctuation between   | SQUEEZED   | 加微信 | 加，微，信
            emoji between         | SQUEEZED   | 加微信 | 加❤微😀信
            traditional           | SIMPLIFIED | 代购   | 代購
            one homophone         | HOMOPHONE  | 加微信 | 加薇信
            all homophones        | HOMOPHONE  | 加微信 | 伽薇芯
            homophones, two long  | HOMOPHONE  | 彩票   | 采漂
            pinyin                | PINYIN     | 加微信 | jiaweixin
            pinyin, syllables     | PINYIN     | 加微信 | jia wei xin
            one syllable pinyin   | PINYIN     | 加微信 | 加wei信
            initials              | INITIALS   | 加微信 | jwx
            initials and Han      | INITIALS   | 加微信 | 加wx
            split characters      | COMPONENTS | 加微信 | 力口微亻言
            split, another way    | COMPONENTS | 彩票   | 采彡西示
            split finely          | COMPONENTS | 彩票   | 爫木彡覀二小
            split into strokes    | COMPONENTS | 代购   | 亻弋贝勹厶
            doubled               | SQUEEZED   | 加微信 | 加加微微信信
            struck through        | FOLDED     | 加微信 | 加\u0336微\u0336信\u0336
            struck by markdown    | SQUEEZED   | 加微信 | 加~~微~~信
            """)
    void isSeenThrough(String name, Sight sight, String word, String disguised) {
        String message = "今天可以" + disguised + "，很便宜";

        List<Hit> hits = finder.find(message, LIST);

        assertThat(hits).as(name).hasSize(1);
        assertThat(LIST.word(hits.getFirst().term())).isEqualTo(word);
        Sight expected = disguised.equals(word) ? Sight.PLAIN : sight;
        assertThat(hits.getFirst().sight()).isEqualTo(expected);
        assertThat(hits.getFirst().start()).isEqualTo(4);
    }

    @Test
    void aMessageOfNothingButPinyinMayHoldEnglishWords() {
        Lexicon list = Lexicon.of(List.of("门票", "优选"), LETTERS);

        assertThat(finder.find("men piao", list)).containsExactly(new Hit(0, Sight.PINYIN, 0, 8));
        assertThat(finder.find("you xuan", list)).containsExactly(new Hit(1, Sight.PINYIN, 0, 8));
        assertThat(finder.find("see you Xuan", list)).isEmpty();
    }

    @Test
    void newLinesDoNotPartAWord() {
        assertThat(finder.find("加\n微\n信", LIST)).containsExactly(new Hit(0, Sight.SQUEEZED, 0, 5));
    }

    @Test
    void aKangxiRadicalIsTheCharacterItLooksLike() {
        Lexicon list = Lexicon.of(List.of("力气"), LETTERS);
        assertThat(finder.find("没⼒气", list)).containsExactly(new Hit(0, Sight.FOLDED, 1, 3));
    }

    @Test
    void aPlainWordStandsBesideItsOwnFirstAndLastCharacter() {
        assertThat(finder.find("大家加加微信吧", LIST)).containsExactly(new Hit(0, Sight.PLAIN, 3, 6));
        assertThat(finder.find("加微信信不信", LIST)).containsExactly(new Hit(0, Sight.PLAIN, 0, 3));
    }

    @Test
    void partsThatMayBeReadInSeveralWaysAreReadInAllOfThem() {
        Lexicon list = Lexicon.of(List.of("枪支", "朋友", "吴哥", "方法"), LETTERS);

        assertThat(finder.find("买木仓十又吗", list)).containsExactly(new Hit(0, Sight.COMPONENTS, 1, 5));
        assertThat(finder.find("今天口天可可来", list)).containsExactly(new Hit(2, Sight.COMPONENTS, 2, 6));
    }

    @Test
    void abuseThatIsCommonlyAbbreviatedIsFoundByItsInitials() {
        Lexicon list = Lexicon.of(List.of("他妈的", "傻逼"), LETTERS);

        assertThat(finder.find("你tmd在干什么", list)).extracting(Hit::sight).containsExactly(Sight.INITIALS);
        assertThat(finder.find("这人是sb吧", list)).extracting(Hit::sight).containsExactly(Sight.INITIALS);
    }
}
