package lyceum.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lyceum.sqlite.Sqlite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QnaCommandTest {
    @TempDir
    private Path data;

    private int status;

    private List<String> type(String input, String... arguments) throws IOException {
        Wording wording = Wording.of(Map.of("LANG", "en_US.UTF-8"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        QnaCommand qna = new QnaCommand(wording, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out);
        Map<String, Action> actions = Map.of(
                "qna questions", qna::questions,
                "qna links", qna::links,
                "qna index", qna::index,
                "qna search", qna::search,
                "qna export", qna::export,
                "reindex", qna::reindex);
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        status = new CommandLineTree(wording, actions, nowhere, nowhere).run(arguments);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aBadLineIsAnsweredAndTheGoodOnesToo() throws IOException {
        List<String> answers = type("""
                {"id":1,"text":"how do i install java","more":true}
                nonsense
                {"text":"no id"}
                {"id":"b","text":"谢谢老师"}
                """, "qna", "questions");

        assertThat(status).isOne();
        assertThat(answers).hasSize(4);
        assertThat(answers.get(0)).startsWith("{\"id\":1,\"question\":true,\"score\":0.");
        assertThat(answers.get(1)).startsWith("{\"line\":2,\"error\":");
        assertThat(answers.get(2)).startsWith("{\"line\":3,\"error\":");
        assertThat(answers.get(3)).startsWith("{\"id\":\"b\",\"question\":false,\"score\":0.");
    }

    @Test
    void linksNameTheLineThatIsAnsweredOrItself() throws IOException {
        List<String> answers = type("""
                {"id":10,"at":"2026-11-22T09:30:00.000Z","author":"ann","text":"how do i install java?"}
                {"id":11,"at":"yesterday","author":"bob","text":"hm"}
                {"id":12,"at":"2026-11-22T09:30:20.000Z","author":"bob","text":"ann: with the installer"}
                {"id":13,"at":"2026-11-22T09:31:20.000Z","author":"carla","text":"lol","replyTo":10}
                """, "qna", "links");

        assertThat(status).isOne();
        assertThat(answers.get(0)).isEqualTo("{\"id\":10,\"repliesTo\":[10]}");
        assertThat(answers.get(1)).startsWith("{\"line\":2,\"error\":");
        assertThat(answers.get(2)).isEqualTo("{\"id\":12,\"repliesTo\":[10]}");
        assertThat(answers.get(3)).isEqualTo("{\"id\":13,\"repliesTo\":[10]}");
    }

    @Test
    void whatWasIndexedIsFoundAlsoAfterReindexing() throws IOException {
        String folder = data.toString();
        type("""
                {"id":7,"text":"How do I install Java?","answer":"With the installer."}
                {"id":"7","text":"今天直播什么时候开始？"}
                {"id":7,"text":"How do I install Python?"}
                """, "qna", "index", "--data", folder);
        assertThat(status).isZero();
        assertThat(type("", "reindex", "--data", folder)).containsExactly("{\"indexed\":2}");

        List<String> answers = type("""
                {"id":1,"text":"install python"}
                {"id":2,"text":"直播几点开始"}
                {"id":3,"text":"which planet has moons"}
                """, "qna", "search", "--data", folder, "--top", "1", "--silent-when-unsure");

        assertThat(status).isZero();
        assertThat(answers.get(0)).startsWith("{\"id\":1,\"hits\":[");
        assertThat(answers.get(2)).isEqualTo("{\"id\":3,\"hits\":[]}");
        assertThat(type("{\"id\":2,\"text\":\"直播几点开始\"}\n", "qna", "search", "--data", folder))
                .singleElement()
                .asString()
                .startsWith("{\"id\":2,\"hits\":[{\"doc\":\"7\",\"score\":");
    }

    @Test
    void anIndexIsMadeOfAllPagesOfTheTables() throws IOException {
        try (Sqlite sqlite = Sqlite.open(data.resolve("lyceum.db"))) {
            sqlite.writer().execute("begin");
            for (int id = 1; id <= 2_100; id++) {
                sqlite.writer()
                        .execute(
                                "insert into qna_question (id, talk, account, name, language, said, at, state, changed)"
                                        + " values (?, 'class', 'discord:1', 'ann', 'en', ?, 0, 'SOLVED', ?)",
                                id,
                                "How does lesson" + id + " end?",
                                id);
                sqlite.writer()
                        .execute(
                                "insert into qna_answer (id, question, message, account, name, said, at, confidence, accepted)"
                                        + " values (?, ?, ?, 'discord:2', 'bob', ?, 0, ?, 0)",
                                id,
                                id,
                                "discord:1/" + id,
                                "With riddle" + id,
                                id == 5 ? 0.1 : 0.8);
            }
            sqlite.writer().execute("commit");
        }

        assertThat(type("", "reindex", "--data", data.toString())).containsExactly("{\"indexed\":2099}");
        assertThat(type("{\"id\":1,\"text\":\"riddle2100\"}\n", "qna", "search", "--data", data.toString()))
                .singleElement()
                .asString()
                .contains("question:2100");
    }

    @Test
    void whatIsPublishedIsWrittenAsPages() throws IOException {
        try (Sqlite sqlite = Sqlite.open(data.resolve("lyceum.db"))) {
            sqlite.writer()
                    .execute("insert into qna_faq (id, en_asked, en_answer, zh_asked, zh_answer, at)"
                            + " values (1, 'Why?', 'Because.', '', '', 1772366400000)");
        }
        Path out = data.resolve("pages");

        assertThat(type("", "qna", "export", "--data", data.toString(), "--out", out.toString()))
                .containsExactly("{\"exported\":1}");

        assertThat(out.resolve("en-1.html")).content().contains("Because.");
        assertThat(out.resolve("sitemap.xml")).exists();
        assertThat(type("", "reindex", "--data", data.toString())).containsExactly("{\"indexed\":0}");
    }

    @Test
    void aFolderWithoutADatabaseIsRefused() throws IOException {
        type("", "qna", "export", "--data", data.toString(), "--out", data.toString());

        assertThat(status).isOne();
    }

    @Test
    void withoutAFolderItSaysSo() throws IOException {
        type("", "qna", "index");

        assertThat(status).isEqualTo(2);
    }
}
