package lyceum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.moderation.file.PolicyName;
import lyceum.moderation.file.RuleEntry;
import lyceum.moderation.file.RuleFile;
import lyceum.moderation.file.When;
import lyceum.moderation.file.Where;
import lyceum.moderation.policy.Outcome;
import lyceum.moderation.rules.Post;
import org.junit.jupiter.api.Test;

/** What people write into a file of rules is done. */
final class RuleFileTest {
    private static final Rulebook RULEBOOK = new Rulebook(Engine.Limit.NONE);
    private static final Where ANYWHERE = new Where(Set.of(), Set.of(), Set.of(), Optional.empty());

    @Test
    void aRuleOfWordsDoesWhatItSaysAndGuessesAreHeld() throws RulesRefused {
        Engine engine = engine(words("ours", Outcome.REMOVE, List.of("buy * followers", "代写"), ANYWHERE));

        assertThat(verdict(engine, "buy cheap good followers")).isEqualTo(Outcome.REMOVE);
        assertThat(verdict(engine, "buy a book")).isEqualTo(Outcome.PASS);
        assertThat(verdict(engine, "找人代写")).isEqualTo(Outcome.REMOVE);
        assertThat(verdict(engine, "找人代 写")).isEqualTo(Outcome.HOLD);
    }

    @Test
    void somebodyWhoIsExemptIsNotLookedAt() throws RulesRefused {
        Where helpers = new Where(Set.of("Helper"), Set.of(), Set.of(), Optional.of(Duration.ofDays(30)));
        Engine engine = engine(words("ours", Outcome.REMOVE, List.of("coins"), helpers));

        assertThat(engine.judge(said("coins", "helper", 1)).verdict()).isEqualTo(Outcome.PASS);
        assertThat(engine.judge(said("coins", "fan", 40)).verdict()).isEqualTo(Outcome.PASS);
        assertThat(engine.judge(said("coins", "fan", 1)).verdict()).isEqualTo(Outcome.REMOVE);
    }

    @Test
    void rulesMayBeTakenTogether() throws RulesRefused {
        RuleEntry together = entry(
                "shouted-link",
                Outcome.REMOVE,
                List.of(),
                List.of(),
                Optional.of(new When(List.of("caps", "links"), List.of(), List.of("invites"))),
                ANYWHERE,
                List.of(),
                List.of());
        Engine engine = RULEBOOK.file(new RuleFile(PolicyName.STRICT, List.of(together)));

        assertThat(verdict(
                        engine, "COME ALL OF YOU AND LOOK AT ONCE, RIGHT NOW, BEFORE IT IS GONE https://example.org/x"))
                .isEqualTo(Outcome.REMOVE);
        assertThat(verdict(engine, "come and look https://example.org/x")).isEqualTo(Outcome.HOLD);
    }

    @Test
    void aRuleThatGetsItsExamplesWrongIsRefused() {
        RuleEntry rule = entry(
                "coins",
                Outcome.HOLD,
                List.of(),
                List.of("win \\d+ coins"),
                Optional.empty(),
                ANYWHERE,
                List.of("win many coins"),
                List.of("WIN 5 COINS"));

        assertThatThrownBy(() -> engine(rule))
                .isInstanceOfSatisfying(
                        RulesRefused.class,
                        refused -> assertThat(refused.lines())
                                .extracting(RulesRefused.Line::english)
                                .containsExactly(
                                        "rule coins does not object to its example \"win many coins\"",
                                        "rule coins objects to \"WIN 5 COINS\", which it should let pass"));
    }

    @Test
    void aPatternThatCannotBeReadIsRefusedInBothLanguages() {
        assertThatThrownBy(() -> entry(
                        "bad",
                        Outcome.HOLD,
                        List.of(),
                        List.of("(open"),
                        Optional.empty(),
                        ANYWHERE,
                        List.of(),
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RE2 syntax is needed\n")
                .hasMessageContaining("需要 RE2 语法");
    }

    private static Post said(String text, String role, int days) {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Post.Standing standing = new Post.Standing(Set.of(role), "discord", now.minus(Duration.ofDays(days)));
        return new Post(text, "ann", "general", now, standing, List.of(), List.of());
    }

    private static Outcome verdict(Engine engine, String text) {
        return engine.judge(Post.of(text)).verdict();
    }

    private static Engine engine(RuleEntry rule) throws RulesRefused {
        return RULEBOOK.file(new RuleFile(PolicyName.RELAXED, List.of(rule)));
    }

    private static RuleEntry words(String name, Outcome does, List<String> words, Where unless) {
        return entry(name, does, words, List.of(), Optional.empty(), unless, List.of(), List.of());
    }

    private static RuleEntry entry(
            String name,
            Outcome does,
            List<String> words,
            List<String> patterns,
            Optional<When> when,
            Where unless,
            List<String> shouldHit,
            List<String> shouldMiss) {
        return new RuleEntry(
                name,
                Optional.empty(),
                Optional.of(does),
                words,
                patterns,
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                when,
                unless,
                ANYWHERE,
                shouldHit,
                shouldMiss);
    }
}
