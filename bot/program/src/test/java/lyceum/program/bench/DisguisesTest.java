package lyceum.program.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words are disguised as people do it, nearly all are found, and innocent text is spared. */
class DisguisesTest {
    private static final ChineseWord CARD = ChineseWord.read("信用卡\t信用卡\txin yong ka\t亻言 - 上卜");
    private static final ChineseDisguises CHINESE = new ChineseDisguises(Map.of("xin", "信辛", "yong", "永", "ka", "卡喀"));

    @Test
    void englishWordsAreWrittenInManyWays() {
        assertThat(english("full-width", "poker")).isEqualTo("ｐｏｋｅｒ");
        assertThat(english("small-capitals", "poker")).isEqualTo("ᴘᴏᴋᴇʀ");
        assertThat(english("spaces", "poker")).isEqualTo("p o k e r");
        assertThat(english("override", "poker")).isEqualTo("\u202Erekop\u202C");
        assertThat(english("plural", "poker")).isEqualTo("pokers");
        assertThat(english("plural", "witch")).isEqualTo("witches");
        assertThat(english("plural", "lady")).isEqualTo("ladies");
        assertThat(Normalizer.normalize(english("mathematical", "poker"), Form.NFKC))
                .isEqualTo("poker");
        assertThat(english("deleted", "poker")).hasSize(4);
        assertThat(english("swapped", "poker").chars().sorted().toArray())
                .isEqualTo("poker".chars().sorted().toArray());
    }

    @Test
    void whatCannotBeDisguisedIsNoCase() {
        assertThat(EnglishDisguises.all().stream()
                        .filter(way -> way.name().equals("deleted"))
                        .findFirst()
                        .flatMap(way -> way.of("scam", "scam", new Random(1))))
                .isEmpty();
    }

    @Test
    void chineseWordsAreWrittenInManyWays() {
        assertThat(chinese("pinyin")).isEqualTo("xinyongka");
        assertThat(chinese("pinyin-apart")).isEqualTo("xin yong ka");
        assertThat(chinese("initials")).isEqualTo("xyk");
        assertThat(chinese("split")).isEqualTo("亻言用上卜");
        assertThat(chinese("doubled")).isEqualTo("信信用用卡卡");
        assertThat(chinese("radicals")).isEqualTo("信⽤卡");
        assertThat(chinese("homophones-all")).isEqualTo("辛永喀");
    }

    @Test
    void nearlyAllAreFoundAndPlainOnesAlways(@TempDir Path folder) throws Exception {
        Path clean = folder.resolve("clean.txt");
        Files.writeString(clean, "good morning, all\nwe play p.o.k.e.r\nplain poker\n");
        Map<String, Double> figures = figures(clean);

        assertThat(figures.keySet()).containsExactlyElementsOf(new DisguisesBench(Optional.empty()).prints());
        assertThat(figures).containsEntry("disguises.english.plain", 100.0);
        assertThat(figures).containsEntry("disguises.chinese.plain", 100.0);
        assertThat(figures.get("disguises.english.macro")).isGreaterThanOrEqualTo(97);
        assertThat(figures.get("disguises.english.deleted")).isGreaterThanOrEqualTo(85);
        assertThat(figures.get("disguises.english.swapped")).isGreaterThanOrEqualTo(85);
        assertThat(figures.get("disguises.chinese.macro")).isGreaterThanOrEqualTo(90);
        assertThat(List.of("homophone-one", "homophones-all", "split"))
                .allSatisfy(way ->
                        assertThat(figures.get("disguises.chinese." + way)).isGreaterThanOrEqualTo(80));
        assertThat(List.of("pinyin", "pinyin-apart", "pinyin-one"))
                .allSatisfy(way ->
                        assertThat(figures.get("disguises.chinese." + way)).isGreaterThanOrEqualTo(90));
        assertThat(figures).containsEntry("disguises.innocent.wrong", 0.0);
        assertThat(figures).containsEntry("disguises.clean", 3.0).containsEntry("disguises.clean.wrong", 1.0);
    }

    @Test
    void aFileThatIsNotThereIsSaid(@TempDir Path folder) {
        assertThrows(NoSuchFileException.class, () -> figures(folder.resolve("none")));
    }

    private static Map<String, Double> figures(Path clean) throws IOException {
        StringWriter out = new StringWriter();
        new DisguisesBench(Optional.of(clean)).run(new Figures(new PrintWriter(out), new Claims(Map.of())));
        Map<String, Double> figures = new LinkedHashMap<>();
        out.toString()
                .lines()
                .map(line -> line.split(" ", -1))
                .forEach(line -> figures.put(line[0], Double.valueOf(line[1])));
        return figures;
    }

    private static String english(String name, String word) {
        return EnglishDisguises.all().stream()
                .filter(way -> way.name().equals(name))
                .findFirst()
                .orElseThrow()
                .way()
                .write(word, new Random(1));
    }

    private static String chinese(String name) {
        return CHINESE.all().stream()
                .filter(way -> way.name().equals(name))
                .findFirst()
                .orElseThrow()
                .way()
                .write(CARD, new Random(1));
    }
}
