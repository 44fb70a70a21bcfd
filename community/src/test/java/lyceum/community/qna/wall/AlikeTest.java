package lyceum.community.qna.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a class asks: each row is one question in the words of several people. */
class AlikeTest {
    private static final List<List<String>> ASKED = List.of(
            List.of("When does the exam start?", "when does the exam start", "sir, when will the exam start please?"),
            List.of("When does the break start?", "when is the break starting?"),
            List.of("Why do we sort the list first?", "why sort the list first?", "Why is the list sorted first"),
            List.of("Why do we reverse the list first?"),
            List.of("Can you show the solution of exercise 3 again?", "please show exercise 3 solution again"),
            List.of("Can you show the solution of exercise 4 again?", "show solution of exercise 4 again pls"),
            List.of("Is recursion slower than a loop?", "is recursion slower than loops"),
            List.of("What is the deadline of the homework?", "homework deadline?", "what's the homework deadline"),
            List.of("What is the topic of the homework?"),
            List.of("Will the recording be uploaded?", "will recordings be uploaded?"),
            List.of("请问作业什么时候交？", "老师，作业什么时候交呀", "作业什么时候交"),
            List.of("作业怎么交？", "请问作业怎么交"),
            List.of("递归会不会比循环慢？", "请问递归会不会比循环慢"),
            List.of("今天的录像在哪里看？", "老师今天的录像在哪里看啊"),
            List.of("考试范围包括第三章吗？", "请问考试范围包括第三章吗"),
            List.of("考试范围包括第四章吗？"));

    @Test
    void equalQuestionsMeetAndOthersDoNot() {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (int row = 0; row < ASKED.size(); row++) {
            for (String one : ASKED.get(row)) {
                for (int other = row; other < ASKED.size(); other++) {
                    for (String second : ASKED.get(other)) {
                        boolean same = new Alike(one)
                                .sameAmong(List.of(new Alike(second)))
                                .isPresent();
                        right += same && other == row && !one.equals(second) ? 1 : 0;
                        wrong += same && other != row ? 1 : 0;
                        missed += !same && other == row ? 1 : 0;
                    }
                }
            }
        }
        assertThat(right / (double) (right + wrong)).as("precision").isGreaterThanOrEqualTo(0.8);
        assertThat(right / (double) (right + missed)).as("recall").isGreaterThanOrEqualTo(0.7);
    }
}
