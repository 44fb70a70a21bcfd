package lyceum.community.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lyceum.community.polls.count.Ballots;
import lyceum.community.polls.count.Ballots.Ballot;
import lyceum.community.polls.count.Ballots.Mark;
import lyceum.community.polls.count.Method;
import lyceum.community.polls.count.Tabulation;
import lyceum.community.polls.count.Tabulator;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.Test;

/** A count in words. */
class RoundsTest {
    /** Each number is the only option that a ballot names, the last of three being on none. */
    private static List<String> said(Method method, int seats, Language language, Integer... ballots) {
        List<Ballot> all = Stream.of(ballots)
                .map(option -> new Ballot(List.of(List.of(new Mark(option, 0)))))
                .toList();
        Tabulation result =
                new Tabulator(method, seats, new byte[32]).tabulate(new Ballots(List.of("A", "B", "C"), all));
        Phrases phrases = Phrases.of("polls");
        return new Rounds(method, result)
                .inWords().stream()
                        .map(say -> phrases.render((Phrase) say, language).plain())
                        .toList();
    }

    @Test
    void aDrawBetweenTheLastTwoIsNoMajority() {
        List<String> said = said(Method.IRV, 1, Language.EN, 0, 0, 1, 1);

        assertThat(said).first().asString().isEqualTo("Round 1: A 2 · B 2 · C 0. C is out, and these votes move on.");
        assertThat(said.getLast())
                .matches("Round 2: A 2 · B 2\\. The last two have as many votes each; the lot falls on [AB]\\.");
        assertThat(said(Method.STV, 1, Language.ZH, 0, 0, 1, 1).getLast())
                .matches("第 2 轮：A 2 · B 2。最后两项票数相同，抽签选出 [AB]。");
    }

    @Test
    void oneSeatIsWonByMoreThanHalfAndSeveralByTheQuota() {
        assertThat(said(Method.STV, 1, Language.EN, 0, 0, 0, 1))
                .containsExactly("Round 1: A 3 · B 1 · C 0. A has more than half and wins.");
        assertThat(said(Method.STV, 2, Language.EN, 0, 0, 0, 1, 1))
                .containsExactly("Round 1: A 3 · B 2 · C 0. A, B has reached the quota of 2 and is elected; "
                        + "what is above it moves on.");
    }
}
