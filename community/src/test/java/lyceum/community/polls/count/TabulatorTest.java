package lyceum.community.polls.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lyceum.community.polls.count.BallotReader.BadBallots;
import lyceum.community.polls.count.Tabulation.Round;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From ballots to winners, round by round. */
class TabulatorTest {
    /** Ballots written {@code 3 A,B=C,,D}: how many, and their ranks. */
    private static Ballots ballots(Method method, String... groups) {
        StringBuilder csv = new StringBuilder("voter,rank1,rank2,rank3,rank4,rank5\n");
        int voter = 0;
        for (String group : groups) {
            String[] parts = group.split(" ", 2);
            for (int i = 0; i < Integer.parseInt(parts[0]); i++) {
                csv.append('v').append(++voter).append(',').append(parts[1]).append('\n');
            }
        }
        try {
            return new BallotReader(method).read(new StringReader(csv.toString()));
        } catch (BadBallots e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Tabulation count(Method method, int seats, String... groups) {
        return new Tabulator(method, seats, new byte[32]).tabulate(ballots(method, groups));
    }

    /** Rounds as {@code A 3 B 2.5 | +A -B | exhausted}. */
    private static List<String> shown(Tabulation tabulation) {
        return tabulation.rounds().stream().map(TabulatorTest::shown).toList();
    }

    private static String shown(Round round) {
        StringBuilder line = new StringBuilder();
        round.tally()
                .forEach((option, votes) ->
                        line.append(option).append(' ').append(number(votes)).append(' '));
        line.append('|');
        round.elected().forEach(option -> line.append(" +").append(option));
        round.eliminated().forEach(option -> line.append(" -").append(option));
        return line.append(" | ").append(number(round.exhausted())).toString();
    }

    private static String number(long parts) {
        return BigDecimal.valueOf(parts, 4).stripTrailingZeros().toPlainString();
    }

    @Test
    void pluralityCountsFirstChoicesAndPassesOverEmptyRanks() {
        Tabulation tabulation = count(Method.PLURALITY, 1, "3 A,B", "2 ,B,A", "4 C", "1 A=B,C", "1 ,");

        assertThat(shown(tabulation)).containsExactly("A 3 B 2 C 4 | +C | 1");
        assertThat(tabulation.winners()).containsExactly("C");
        assertThat(tabulation.quota()).isNull();
    }

    @Test
    void approvalCountsEverythingNamedOnce() {
        assertThat(shown(count(Method.APPROVAL, 1, "3 A,B", "2 B=C", "1 C,C,A")))
                .containsExactly("A 4 B 5 C 3 | +B | 0");
        assertThat(count(Method.APPROVAL, 2, "3 A,B", "2 B=C", "1 C,C,A").winners())
                .containsExactly("B", "A");
    }

    @Test
    void scoresAreAddedUp() {
        assertThat(shown(count(Method.SCORE, 1, "2 A:5,B:3", "1 B:4.5,A:0", "1 C:10")))
                .containsExactly("A 10 B 10.5 C 10 | +B | 0");
    }

    @Test
    void theLastIsEliminatedUntilOneHasMoreThanHalf() {
        Tabulation tabulation = count(Method.IRV, 1, "5 A", "4 B,C", "3 C,B");

        assertThat(shown(tabulation)).containsExactly("A 5 B 4 C 3 | -C | 0", "A 5 B 7 | +B | 0");
        assertThat(tabulation.quota()).isEqualTo(7 * Ballots.ONE);
    }

    @Test
    void aMajorityIsOfTheVotesThatStillCount() {
        Tabulation tabulation = count(Method.IRV, 1, "5 A", "4 B", "3 C", "1 D");

        assertThat(shown(tabulation))
                .containsExactly("A 5 B 4 C 3 D 1 | -D | 0", "A 5 B 4 C 3 | -C | 1", "A 5 B 4 | +A | 4");
        assertThat(tabulation.rounds()).extracting(Round::quota).containsExactly(70_000L, 70_000L, 50_000L);
    }

    @Test
    void theLotNamesTheWinnerOfTheLastTwoWhenTheyAreLevel() {
        Ballots ballots = ballots(Method.IRV, "3 A", "2 B,C", "1 C,B", "1 D");
        Tabulator tabulator = new Tabulator(Method.IRV, 1, new byte[32]);
        List<List<String>> asked = new ArrayList<>();
        Tabulation tabulation = tabulator.tabulate(ballots, new Ties(among -> {
            asked.add(among);
            return 1;
        }));

        assertThat(shown(tabulation))
                .containsExactly("A 3 B 2 C 1 D 1 | -D | 0", "A 3 B 2 C 1 | -C | 1", "A 3 B 3 | +B | 1");
        assertThat(tabulation.winners()).containsExactly("B");
        assertThat(asked).containsExactly(List.of("C", "D"), List.of("A", "B"));
    }

    @Test
    void forOneSeatTransferableVotesAreARunOff() {
        String[] groups = {"5 A", "4 B,D", "3 C", "1 D"};

        assertThat(count(Method.STV, 1, groups)).isEqualTo(count(Method.IRV, 1, groups));
    }

    @Test
    void anOptionThatIsTwiceInARankIsOne() {
        assertThat(shown(count(Method.IRV, 1, "2 A=A,B", "1 B"))).containsExactly("A 2 B 1 | +A | 0");
    }

    /** Two that are ranked alike wait until one of them is out; so long the paper looks on. */
    @Test
    void equalRanksWaitUntilOneIsLeft() {
        assertThat(shown(count(Method.IRV, 1, "4 A", "3 B", "2 C", "2 B=C,A"))).containsExactly("A 6 B 3 C 2 | +A | 0");
        assertThat(shown(count(Method.IRV, 1, "5 A", "4 B", "2 C", "3 B=C")))
                .containsExactly("A 5 B 4 C 2 | -C | 3", "A 5 B 4 | +A | 5");
    }

    @Test
    void surplusMovesByTheInclusiveGregoryMethodToFourPlaces() {
        Tabulation tabulation = count(Method.STV, 2, "6 A,B", "1 A,C", "3 B", "2 C", "2 D,C");

        assertThat(tabulation.quota()).isEqualTo(5 * Ballots.ONE);
        assertThat(shown(tabulation))
                .containsExactly(
                        "A 7 B 3 C 2 D 2 | +A | 0",
                        "A 5 B 4.7142 C 2.2857 D 2 | -D | 0",
                        "A 5 B 4.7142 C 4.2857 | -C | 0",
                        "A 5 B 4.7142 | +B | 4.2857",
                        "A 5 B 4.7142 | | 4.2857");
        assertThat(tabulation.rounds().get(1).residual()).isEqualTo(1);
        assertThat(tabulation.winners()).containsExactly("A", "B");
    }

    @Test
    void severalReachTheQuotaInOneRound() {
        Tabulation tabulation = count(Method.STV, 2, "6 A,C", "5 B,C", "1 C");

        assertThat(shown(tabulation)).containsExactly("A 6 B 5 C 1 | +A +B | 0", "A 5 B 5 C 1 | | 0");
    }

    /** Whoever wanted only the one who is in has said all; what is above the quota goes to nobody. */
    @Test
    void surplusOfPapersThatWantNobodyElseIsExhausted() {
        assertThat(shown(count(Method.STV, 2, "6 A", "3 B", "2 C,B")))
                .containsExactly(
                        "A 6 B 3 C 2 | +A | 0",
                        "A 4 B 3 C 2 | -C | 1.9998",
                        "A 4 B 5 | +B | 1.9998",
                        "A 4 B 4 | | 1.9998");
    }

    @Test
    void asManyAsAreLeftForTheSeatsAreInWithoutTheQuota() {
        Tabulation tabulation = count(Method.STV, 2, "5 A", "2 B", "1 C");

        assertThat(tabulation.winners()).containsExactly("A", "B");
        assertThat(tabulation.rounds().get(2).tally()).containsEntry("B", 2 * Ballots.ONE);
        assertThat(tabulation.quota()).isEqualTo(3 * Ballots.ONE);
    }

    @Test
    void noVoteIsLostOrMade() {
        Random random = new Random(8);
        for (int i = 0; i < 60; i++) {
            String[] groups = new String[12];
            for (int group = 0; group < groups.length; group++) {
                List<String> options = Arrays.asList("A", "B", "C", "D", "E", "F");
                Collections.shuffle(options, random);
                groups[group] = random.nextInt(1, 9) + " " + String.join(",", options.subList(0, random.nextInt(1, 6)));
            }
            Tabulation tabulation = count(Method.STV, 1 + i % 4, groups);
            long all = total(tabulation.rounds().getFirst());
            for (Round round :
                    tabulation.rounds().subList(0, tabulation.rounds().size() - 1)) {
                assertThat(total(round)).isEqualTo(all);
            }
            assertThat(tabulation.winners()).hasSize(1 + i % 4).doesNotHaveDuplicates();
        }
    }

    private static long total(Round round) {
        return round.tally().values().stream().mapToLong(votes -> votes).sum() + round.exhausted() + round.residual();
    }

    @Test
    void theClearestDuelsStandFirst() {
        Tabulation tabulation = count(
                Method.CONDORCET,
                4,
                "42 Memphis,Nashville,Chattanooga,Knoxville",
                "26 Nashville,Chattanooga,Knoxville,Memphis",
                "15 Chattanooga,Knoxville,Nashville,Memphis",
                "17 Knoxville,Chattanooga,Nashville,Memphis");

        assertThat(tabulation.winners()).containsExactly("Nashville", "Chattanooga", "Knoxville", "Memphis");
        assertThat(shown(tabulation).getFirst()).isEqualTo("Chattanooga 83 Knoxville 17 | | 0");
    }

    @Test
    void aCircleIsBrokenAtItsWeakestDuel() {
        assertThat(count(Method.CONDORCET, 1, "7 A,B,C", "5 B,C,A", "4 C,A,B").winners())
                .containsExactly("A");
        assertThat(count(Method.CONDORCET, 1, "2 A=B,C", "1 B", "1 ,").winners())
                .containsExactly("B");
    }

    @Test
    void tiesFollowFromTheSeedAndAreNoted() {
        Map<String, Integer> picked = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            byte[] seed = {(byte) i, (byte) (i >> 8), 1};
            Ballots ballots = ballots(Method.PLURALITY, "1 A", "1 B", "1 C");
            Tabulation one = new Tabulator(Method.PLURALITY, 1, seed).tabulate(ballots);
            assertThat(new Tabulator(Method.PLURALITY, 1, seed).tabulate(ballots))
                    .isEqualTo(one);
            assertThat(one.rounds().getFirst().ties())
                    .singleElement()
                    .satisfies(tie -> assertThat(tie.among()).containsExactly("A", "B", "C"));
            picked.merge(one.winners().getFirst(), 1, Integer::sum);
        }
        assertThat(picked.values()).allMatch(count -> count > 60);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void oneOptionWinsAndMoreSeatsThanOptionsElectAll(Method method) {
        String points = method == Method.SCORE ? ":1" : "";

        assertThat(count(method, 1, "2 A" + points).winners()).containsExactly("A");
        assertThat(count(method, 5, "2 A" + points, "1 B" + points).winners())
                .containsExactlyElementsOf(method == Method.IRV ? List.of("A") : List.of("A", "B"));
        assertThat(count(method, 1).winners()).isEmpty();
    }

    @Test
    void theOrderOfBallotsChangesNothing() {
        String[] groups = {"4 A,B,C", "3 B,C,A", "3 C,A,B", "1 D", "2 A=B,D", "1 ,C"};
        String[] turned = {"1 ,C", "3 C,A,B", "2 A=B,D", "3 B,C,A", "1 D", "4 A,B,C"};
        for (Method method :
                new Method[] {Method.PLURALITY, Method.APPROVAL, Method.IRV, Method.STV, Method.CONDORCET}) {
            assertThat(count(method, 2, groups)).isEqualTo(count(method, 2, turned));
        }
    }

    @Test
    void namesAreTheSameHoweverTheyAreComposed() {
        Ballots ballots =
                ballots(Method.PLURALITY, "1 Caf\u00e9", "1 Cafe\u0301", "1  Caf\u00e9 ", "1 \"Tea, please\"");

        assertThat(ballots.options()).containsExactly("Caf\u00e9", "Tea, please");
    }

    @Test
    void badBallotsAreRefusedWithTheirLine() {
        Phrases phrases = Phrases.of("polls");
        assertThatThrownBy(() -> new BallotReader(Method.IRV).read(new StringReader("voter,rank1\na,X\n\na,Y\n")))
                .isInstanceOfSatisfying(
                        BadBallots.class,
                        bad -> assertThat(phrases.render(bad.phrase(), Language.EN)
                                        .plain())
                                .isEqualTo("line 4: the voter a has a ballot already; each has one."));
        assertThatThrownBy(() -> new BallotReader(Method.SCORE).read(new StringReader("voter,s\na,X:much\n")))
                .isInstanceOf(BadBallots.class);
        assertThatThrownBy(() -> new BallotReader(Method.IRV).read(new StringReader("")))
                .isInstanceOf(BadBallots.class);
    }

    @Test
    void numbersAreWrittenWithUpToFourPlaces() {
        assertThat(TabulationJson.of(count(Method.STV, 2, "6 A,B", "1 A,C", "3 B", "2 C")))
                .startsWith("{\"quota\":5,\"rounds\":[{\"tally\":{\"A\":7,\"B\":3,\"C\":2},\"elected\":[\"A\"],"
                        + "\"eliminated\":[],\"exhausted\":0,\"residual\":0,\"quota\":5,\"ties\":[]},"
                        + "{\"tally\":{\"A\":5,\"B\":4.7142,\"C\":2.2857}")
                .endsWith("\"winners\":[\"A\",\"B\"]}");
    }
}
