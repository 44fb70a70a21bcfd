package lyceum.community.giveaways.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Good rules pass, and bad ones are refused with the reason. */
class RulesLintTest {
    private static final String GOOD = """
            {
              "title": {"en": "A place in the class", "zh-Hans": "课程名额"},
              "prizes": [{"name": "place", "count": 2}, {"name": "mug", "count": 1}],
              "winners": 3,
              "alternates": 2,
              "opens": "2026-03-01T12:00:00Z",
              "closes": "2026-03-08T12:00:00Z",
              "eligibility": {"memberDays": 7},
              "tickets": {"base": 1, "tiers": {"gold": 3}, "cap": 3},
              "beacon": {"chain": "quicknet", "delaySeconds": 300},
              "beaconFallback": "wait",
              "revealHours": 48,
              "claimHours": 72,
              "excluded": ["discord/1"],
              "freeEntry": true
            }
            """;

    private final RulesLint lint = new RulesLint(Instant.parse("2026-03-01T12:00:00Z"));
    private final Phrases phrases = Phrases.of("giveaways");

    /** Lines {@code from => to => reason}; a line without a reason leaves the rules good. */
    private static Stream<List<String>> changes(String file) throws IOException {
        try (var in = Objects.requireNonNull(RulesLintTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .map(line -> List.of(line.split(" => ", -1)))
                            .toList()
                            .stream();
        }
    }

    static Stream<List<String>> good() throws IOException {
        return changes("good-rules.txt");
    }

    static Stream<List<String>> bad() throws IOException {
        return changes("bad-rules.txt");
    }

    private List<String> faults(String rules, Language language) {
        return lint.faults(rules).stream()
                .map(fault -> phrases.render(fault, language).plain())
                .toList();
    }

    private static String changed(List<String> change) {
        assertThat(GOOD).contains(change.get(0));
        return GOOD.replace(change.get(0), change.get(1));
    }

    @Test
    void thereAreThirtyOfEach() throws IOException {
        assertThat(good()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(bad()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(faults(GOOD, Language.EN)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("good")
    void goodRulesPass(List<String> change) {
        assertThat(faults(changed(change), Language.EN)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badRulesAreRefusedWithTheReason(List<String> change) {
        assertThat(faults(changed(change), Language.EN)).anyMatch(fault -> fault.contains(change.get(2)));
        assertThat(faults(changed(change), Language.ZH)).isNotEmpty();
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        assertThat(faults("{}", Language.EN))
                .containsExactly(
                        "title is missing.",
                        "there is no prize; name at least one in prizes.",
                        "winners is missing.",
                        "opens is missing.",
                        "closes is missing.",
                        "tickets have no cap; set tickets.cap to the most that one person can have.",
                        "a purchase is the only way in; there must be a free way, and freeEntry must be true.");
        assertThat(faults("[]", Language.EN)).containsExactly("rules are one JSON object, in braces.");
        assertThat(faults("{\"title\":", Language.ZH))
                .singleElement()
                .asString()
                .startsWith("第 1:10 处：这不是 JSON");
    }
}
