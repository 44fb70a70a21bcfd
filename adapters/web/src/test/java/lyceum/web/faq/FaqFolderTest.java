package lyceum.web.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two answers as files. */
class FaqFolderTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final FaqFolder.Entry ENGLISH =
            new FaqFolder.Entry(1, Language.EN, "Why lo + (hi - lo) / 2 & not less?", "</script><b>It overflows.", AT);
    private static final FaqFolder.Entry CHINESE = new FaqFolder.Entry(1, Language.ZH, "为什么会溢出？", "因为 int 有上限。", AT);

    @TempDir
    Path folder;

    private void write(List<FaqFolder.Entry> entries) throws IOException {
        new FaqFolder(folder, URI.create("https://class.example/faq/"), "Algorithm School", Phrases.of("web"))
                .write(entries);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void eachAnswerIsAPageWithDataForSearchEnginesAndNothingOfItIsMarkup() throws IOException {
        write(List.of(ENGLISH, CHINESE));

        assertThat(read("en-1.html"))
                .contains("\"@type\":\"QAPage\"", "&lt;/script&gt;&lt;b&gt;It overflows.")
                .doesNotContain("</script><b>");
        assertThat(read("zh-Hans-1.html")).contains("<html lang=\"zh-Hans\">", "因为 int 有上限。");
        assertThat(read("index.html")).contains("href=\"en-1.html\"", "href=\"zh-Hans-1.html\"");
    }

    @Test
    void theMapAndTheFeedsAreXmlThatNamesEveryPage() throws Exception {
        write(List.of(ENGLISH, CHINESE));

        for (String file : List.of("sitemap.xml", "feed-en.xml", "feed-zh-Hans.xml")) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(read(file).getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(read("sitemap.xml")).contains("https://class.example/faq/en-1.html");
        assertThat(read("feed-zh-Hans.xml")).contains("为什么会溢出？").doesNotContain("overflows");
    }

    @Test
    void whatIsAnsweredNoMoreStandsInNoFile() throws IOException {
        write(List.of(ENGLISH, CHINESE));
        Files.writeString(folder.resolve("of-somebody-else.html"), "stays");

        write(List.of(ENGLISH));

        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).doesNotContain("溢出");
            }
        }
        assertThat(folder.resolve("zh-Hans-1.html")).doesNotExist();
        assertThat(folder.resolve("of-somebody-else.html")).exists();
    }
}
