package lyceum.community.giveaways.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import lyceum.kernel.chance.Words;
import org.junit.jupiter.api.Test;

/** The order of the winners, from published bytes. */
class DrawTest {
    @Test
    void theGoldenDrawIsAsTheProtocolSays() {
        Draw draw = Draws.golden();
        Draw.Outcome outcome = draw.outcome(3);

        assertThat(Draws.HEX.formatHex(Draw.commit("d-1", draw.rulesHash(), draw.seed())))
                .isEqualTo("45baeb99a51bc600bab2f5eddb39eafee919072079e47dc8d387aaeba8dacd46");
        assertThat(Draws.HEX.formatHex(outcome.root()))
                .isEqualTo("17f1cd1668a163826ffb9ebf2175f0db138e0c0a62f71a5f37d6aa280ceac0b5");
        assertThat(Draws.HEX.formatHex(outcome.frozen()))
                .isEqualTo("4f00b2523e59156f4c2bcf9218b945852fa8cc89aac4e15901d7713790d815e3");
        assertThat(Draws.HEX.formatHex(draw.key(outcome.frozen())))
                .isEqualTo("cf98046572fca94f437d702ea895cfdeb19592d174b10509765f7c37cbeaf121");
        assertThat(Arrays.stream(outcome.ranking()).mapToObj(draw.entrants()::tag))
                .containsExactly(
                        "8fd76dcc646b8b7a34150a5786c73fe5660ef4f4ab7b8eacc8d66979195e1caa",
                        "130bdb93de2072d13dfa9dba3bdb47dc9d309b79ea067f6126fa7ba0d9b3d890",
                        "73041f16209ab9850308fec375ab35e5cb22779c17f595f378a0f98908acd1d6");
    }

    @Test
    void theOrderOfEnteringChangesNothing() {
        Random random = new Random(1);
        for (int size : new int[] {1, 2, 3, 64, 65, 1000}) {
            byte[][] tags = IntStream.range(0, size)
                    .mapToObj(_ -> Draws.bytes(random, 32))
                    .toArray(byte[][]::new);
            Set<List<Integer>> rankings = new HashSet<>();
            for (int round = 0; round < 5; round++) {
                EntrantList entrants = new EntrantList();
                for (int i : Draws.shuffled(size, random)) {
                    entrants.add(tags[i], 1 + i % 5);
                }
                Draw draw = Draws.of("d", new byte[32], entrants.sorted());
                rankings.add(Arrays.stream(draw.outcome(size).ranking()).boxed().toList());
            }
            assertThat(rankings).hasSize(1);
        }
    }

    /** Tags that agree in their first bytes are told apart by the rest. */
    @Test
    void tagsThatBeginAlikeAreSortedToo() {
        Random random = new Random(2);
        EntrantList list = new EntrantList();
        for (int i = 0; i < 500; i++) {
            byte[] tag = Draws.bytes(random, 32);
            Arrays.fill(tag, 0, 8, (byte) (i % 3 - 1));
            list.add(tag, 1);
        }
        Entrants entrants = list.sorted();

        assertThat(IntStream.range(0, 500).mapToObj(entrants::tag)).isSorted();
    }

    @Test
    void nobodyIsDrawnTwiceHoweverManyTicketsTheyHave() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            int[] tickets = random.ints(1 + random.nextInt(40), 1, 1000).toArray();
            Draw draw = Draws.of("d" + i, Draws.bytes(random, 32), Draws.entrants(random, tickets));

            assertThat(draw.outcome(tickets.length).ranking())
                    .hasSize(tickets.length)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aShorterRankingIsTheBeginningOfALongerOne() {
        Draw draw = Draws.of("d", new byte[32], Draws.entrants(new Random(4), 5, 1, 7, 2, 9));
        int[] all = draw.outcome(5).ranking();

        assertThat(draw.outcome(2).ranking()).isEqualTo(Arrays.copyOf(all, 2));
        assertThat(draw.outcome(50).ranking()).isEqualTo(all);
    }

    @Test
    void aDrawWithoutEntrantsHasARootAndNoWinner() {
        Draw draw = Draws.of("d", new byte[32], Draws.entrants(new Random(5)));

        assertThat(draw.outcome(3).ranking()).isEmpty();
        assertThat(draw.root()).isEqualTo(Hash.tagged("empty").text("d").done());
    }

    @Test
    void anEntrantIsThereOnce() {
        EntrantList list = new EntrantList();
        list.add(new byte[32], 1);
        list.add(Draws.bytes(new Random(6), 32), 1);
        list.add(new byte[32], 1);

        assertThatThrownBy(list::sorted).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyEntrantCanProveToBeUnderTheRoot() {
        Random random = new Random(7);
        for (int size : new int[] {1, 2, 3, 5, 8, 13}) {
            Entrants entrants = Draws.entrants(random, random.ints(size, 1, 9).toArray());
            byte[] root = Merkle.root("d", entrants);
            for (int place = 0; place < size; place++) {
                byte[] hash = Hash.tagged("leaf")
                        .text("d")
                        .raw(Draws.HEX.parseHex(entrants.tag(place)))
                        .u64(entrants.tickets(place))
                        .done();
                for (Merkle.Neighbour beside : Merkle.path("d", entrants, place)) {
                    Hash node = Hash.tagged("node");
                    hash = (beside.left()
                                    ? node.raw(beside.hash()).raw(hash)
                                    : node.raw(hash).raw(beside.hash()))
                            .done();
                }
                assertThat(hash).isEqualTo(root);
            }
        }
    }

    @Test
    void numbersStayBelowTheirBoundAndABoundOfOneTakesAWord() {
        Words words = new Words(new byte[32]);
        Words others = new Words(new byte[32]);
        assertThat(words.below(1)).isZero();
        assertThat(others.below(Long.MAX_VALUE)).isNotNegative();
        for (long bound : new long[] {2, 3, 10, 1L << 40, Long.MAX_VALUE}) {
            assertThat(words.below(bound)).isEqualTo(others.below(bound)).isBetween(0L, bound - 1);
        }
    }

    /** A bound just over half of the range makes the stream pass over nearly every second word. */
    @Test
    void wordsFromTheIncompleteEndArePassedOver() {
        long bound = Long.MAX_VALUE;
        Words words = new Words(new byte[] {1});
        int[] halves = new int[2];
        for (int i = 0; i < 4000; i++) {
            halves[words.below(bound) < bound / 2 ? 0 : 1]++;
        }
        assertThat(halves[0]).isBetween(1850, 2150);
    }
}
