package lyceum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.moderation.policy.Outcome;
import lyceum.moderation.policy.Policy;
import lyceum.moderation.rules.Post;
import lyceum.moderation.rules.Rule;
import lyceum.moderation.rules.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EngineTest {
    private static final Rulebook RULEBOOK = new Rulebook(Engine.Limit.NONE);

    @ParameterizedTest
    @CsvSource({
        "casino, REMOVE",
        "c a s i n o, HOLD",
        "ｃａｓｉｎｏ, REMOVE",
        "cas1no, HOLD",
        "casinos, REMOVE",
        "hello there, PASS",
        "快来加微信, REMOVE",
        "快来伽薇芯, HOLD"
    })
    void oneListAloneRemovesWhatIsPlainAndHoldsWhatIsGuessed(String text, Outcome verdict) {
        Engine engine = RULEBOOK.words(List.of("casino", "加微信"));

        assertThat(engine.judge(Post.of(text)).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see you in class tomorrow | PASS | PASS | PASS",
                "明天课上见，谢谢老师 | PASS | PASS | PASS",
                "WHY DOES NOBODY EVER ANSWER | PASS | PASS | HOLD",
                "join us at discord.gg/abcdef | PASS | HOLD | REMOVE",
                "notes are at https://docs.example.com/x | PASS | PASS | HOLD",
                "大家加我薇信，免废领取 | HOLD | HOLD | HOLD",
                "get fr3e n1tro here | HOLD | HOLD | HOLD"
            })
    void thePoliciesDiffer(String text, Outcome relaxed, Outcome classroom, Outcome strict) {
        Post post = Post.of(text);
        List<Outcome> verdicts = Policy.shipped().stream()
                .map(policy -> RULEBOOK.policy(policy, RULEBOOK.list(List.of()), List.of())
                        .judge(post)
                        .verdict())
                .toList();

        assertThat(verdicts).containsExactly(relaxed, classroom, strict);
    }

    @Test
    void aRuleThatFailsHolds() {
        Engine engine = engine(
                post -> {
                    throw new IllegalStateException("defect");
                },
                Engine.Limit.NONE);

        Judgement judgement = engine.judge(Post.of("anything"));

        assertThat(judgement.verdict()).isEqualTo(Outcome.HOLD);
        assertThat(judgement.signals())
                .extracting(Signal::evidence)
                .containsExactly("broken-one: IllegalStateException");
    }

    @Test
    void aRuleThatTakesTooLongHolds() {
        AtomicLong clock = new AtomicLong();
        Engine engine = engine(
                post -> {
                    clock.addAndGet(1_000);
                    return List.of();
                },
                new Engine.Limit(clock::get, 999));

        assertThat(engine.judge(Post.of("anything")).verdict()).isEqualTo(Outcome.HOLD);
    }

    @Test
    void allRulesAreAskedWhateverTheOthersSay() {
        Engine engine = RULEBOOK.policy(Policy.STRICT, RULEBOOK.list(List.of("casino")), List.of("call \\d+"));

        assertThat(engine.judge(Post.of("CASINO OF THE YEAR, CALL 555, COME AND SEE discord.gg/abc"))
                        .signals())
                .extracting(Signal::rule)
                .contains("words", "patterns", "invites", "links", "caps");
    }

    @Test
    void namedRulesRunAlone() {
        assertThat(Rulebook.names()).contains("words", "offence", "spam", "phishing", "caps");
        Judgement judgement = RULEBOOK.only(Set.of("caps")).judge(Post.of("JOIN US ALL TODAY AT ONCE, PLEASE"));

        assertThat(judgement.verdict()).isEqualTo(Outcome.HOLD);
        assertThat(judgement.signals()).extracting(Signal::rule).containsExactly("caps");
    }

    private interface Body {
        List<Signal> judge(Post post);
    }

    private static Engine engine(Body body, Engine.Limit limit) {
        Rule rule = new Rule() {
            @Override
            public String name() {
                return "broken-one";
            }

            @Override
            public List<Signal> judge(Post post) {
                return body.judge(post);
            }
        };
        return new Engine(new Policy("test", Map.of("broken", Outcome.HOLD), 0), List.of(rule), List.of(), limit);
    }
}
