package lyceum.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lyceum.kernel.search.Entry;
import lyceum.kernel.search.Search.Asked;
import lyceum.kernel.search.Search.Hit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneIndexTest {
    private static final List<Entry> SHELF = List.of(
            new Entry("java", "How do I install Java on Windows?", "Run the installer and set JAVA_HOME."),
            new Entry("slides", "Where can I download the slides of the last class?", ""),
            new Entry("loop", "What is the difference between a for loop and a while loop?", ""),
            new Entry("refund", "Can I get my money back if I cancel my subscription?", ""),
            new Entry("开始", "老师请问今天直播什么时候开始？", "晚上八点。"),
            new Entry("区别", "抽象类和接口的区别是什么？", ""),
            new Entry("课件", "上节课的课件在哪里下载？", ""),
            new Entry("报错", "为什么我的代码报空指针异常？", ""));

    @TempDir
    private Path folder;

    private LuceneIndex index;

    @BeforeEach
    void open() throws IOException {
        index = LuceneIndex.open(folder.resolve("index"));
        for (Entry entry : SHELF) {
            index.put(entry);
        }
        index.refresh();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private List<Hit> search(String text) {
        return index.search(new Asked(text, 3, false));
    }

    private List<String> found(String text) {
        return search(text).stream().map(Hit::id).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "how to install java | java",
                "installing java on windows 11 | java",
                "intsall java? where are the instalers | java",
                "downloading slides | slides",
                "whats the difference of for and while | loop",
                "直播几点开始 | 开始",
                "請問今天直播甚麼時候開始 | 开始",
                "接口和抽象类有什么不同 | 区别",
                "哪里能下课件 | 课件",
                "代碼報空指針 | 报错",
            })
    void whatWasAskedInOtherWordsIsFoundFirst(String asked, String expected) {
        assertThat(found(asked)).first().isEqualTo(expected);
    }

    @Test
    void anAnswersWordsFindItToo() {
        assertThat(found("JAVA_HOME")).containsExactly("java");
        assertThat(found("八点")).first().isEqualTo("开始");
    }

    @Test
    void everyHitSaysForWhichWordsItWasFound() {
        Hit hit = search("which slides can I download").getFirst();

        assertThat(hit.why().stream().map(match -> hit.text().substring(match.start(), match.end())))
                .contains("slides", "download");
        assertThat(hit.why().stream().mapToDouble(match -> match.share()).sum()).isBetween(0.5, 1.001);
    }

    @Test
    void itKeepsSilentAboutWhatNobodyAsked() {
        assertThat(index.search(new Asked("which planet has the most moons", 3, true)))
                .isEmpty();
        assertThat(index.search(new Asked("今晚吃火锅还是烧烤", 3, true))).isEmpty();
        assertThat(index.search(new Asked("今天直播什么时候开始", 3, true))).isNotEmpty();
        assertThat(index.search(new Asked("how do i install java on windows", 3, true)))
                .isNotEmpty();
    }

    @Test
    void nothingIsFoundForNothing() {
        assertThat(search("")).isEmpty();
        assertThat(search("?!…")).isEmpty();
    }

    @Test
    void anEntryOfTheSameIdIsReplaced() throws IOException {
        index.put(new Entry("java", "Which editor is best?", ""));
        index.refresh();

        assertThat(index.size()).isEqualTo(SHELF.size());
        assertThat(found("install java")).doesNotContain("java");
        assertThat(found("best editor")).first().isEqualTo("java");
    }

    @Test
    void whatIsTakenOutStandsInNoFile() throws IOException {
        index.put(new Entry("secret", "my number is zanzibar4711", ""));
        index.commit();
        index.remove("secret");
        index.refresh();
        index.purge();

        assertThat(found("zanzibar4711")).isEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("zanzibar4711");
            }
        }
    }

    @Test
    void aRebuiltIndexHasTheSameEntries() throws IOException {
        index.close();

        assertThat(Rebuilding.rebuild(folder.resolve("index"))).isEqualTo(SHELF.size());
        index = LuceneIndex.open(folder.resolve("index"));
        assertThat(index.size()).isEqualTo(SHELF.size());
        assertThat(found("JAVA_HOME")).containsExactly("java");
        assertThat(Rebuilding.rebuild(folder.resolve("nothing"))).isZero();
    }
}
