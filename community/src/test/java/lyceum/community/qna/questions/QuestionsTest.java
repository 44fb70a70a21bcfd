package lyceum.community.qna.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {
    private final Questions questions = new Questions();

    /** Our own lines: a digit that says whether it asks, a space, and the line. */
    private static List<String> lines(String language) throws IOException {
        String name = "lines." + language + ".txt";
        try (InputStream in = Objects.requireNonNull(QuestionsTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void chatLinesThatAskAreToldFromThoseThatDoNot(String language) throws IOException {
        int right = 0;
        int found = 0;
        int asking = 0;
        for (String line : lines(language)) {
            boolean asks = line.startsWith("1");
            boolean said = questions.isQuestion(line.substring(2));
            right += asks && said ? 1 : 0;
            found += said ? 1 : 0;
            asking += asks ? 1 : 0;
        }
        assertThat(2.0 * right / (found + asking)).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "look at https://example.com/search?q=java",
                "`a ? b : c` picks one of two",
                "```\nint a = b ? 1 : 2;\n```",
                "he wrote \"how are you?\" on the board",
                "> how do i do this?\nlike that",
                "老师写了“你懂了吗？”三个字",
                "链接在这里 https://example.com/?a=1",
                "",
                "   ",
            })
    void aMarkInCodeAddressesOrQuotesDoesNotAsk(String line) {
        assertThat(questions.score(line)).isLessThan(Questions.LINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Did you try it?",
                "报错了？",
                "so it runs only on linux?",
                "?",
                "thanks! one more thing: is it free?"
            })
    void aMarkAtTheEndOfASentenceAsks(String line) {
        assertThat(questions.score(line)).isGreaterThan(Questions.LINE).isLessThanOrEqualTo(1);
    }

    @Test
    void aVeryLongLineIsReadToo() {
        assertThat(questions.score("word ".repeat(20_000) + "?")).isBetween(0.0, 1.0);
        assertThat(questions.score("怎".repeat(20_000))).isBetween(0.0, 1.0);
    }
}
