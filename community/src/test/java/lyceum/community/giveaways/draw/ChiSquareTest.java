package lyceum.community.giveaways.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody wins as often as their tickets say. */
class ChiSquareTest {
    /** How tickets are spread. */
    enum Spread {
        EQUAL {
            @Override
            int tickets(int place, int size) {
                return 1;
            }
        },
        RISING {
            @Override
            int tickets(int place, int size) {
                return 1 + place;
            }
        },
        ONE_HEAVY {
            @Override
            int tickets(int place, int size) {
                return place == size - 1 ? size : 1;
            }
        },
        TIERS {
            @Override
            int tickets(int place, int size) {
                return new int[] {1, 2, 5}[place % 3];
            }
        },
        HUGE {
            @Override
            int tickets(int place, int size) {
                return Integer.MAX_VALUE - place % 2 * (Integer.MAX_VALUE / 3);
            }
        };

        abstract int tickets(int place, int size);
    }

    static Stream<Object[]> cases() {
        return Stream.of(2, 3, 5, 7, 10, 1000)
                .flatMap(size -> Arrays.stream(Spread.values()).map(spread -> new Object[] {size, spread}));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tenThousandDrawsFit(int size, Spread spread) {
        fits(size, spread, 10_000);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("cases")
    void aMillionDrawsFit(int size, Spread spread) {
        fits(size, spread, 1_000_000);
    }

    private static void fits(int size, Spread spread, int draws) {
        Random random = new Random(size * 31L + spread.name().length());
        int[] tickets = new int[size];
        Arrays.setAll(tickets, place -> spread.tickets(place, size));
        Entrants entrants = Draws.entrants(random, tickets);
        Draw draw = Draws.of("d", new byte[32], entrants);
        long[] wins = new long[size];
        for (int i = 0; i < draws; i++) {
            wins[draw.ranking(Draws.bytes(random, 32), 1)[0]]++;
        }
        double chi = 0;
        for (int i = 0; i < size; i++) {
            double expected = (double) draws * entrants.tickets(i) / entrants.weight();
            chi += (wins[i] - expected) * (wins[i] - expected) / expected;
        }
        assertThat(tail(chi, size - 1)).isGreaterThan(0.001);
    }

    /** The chance of a greater value, by Wilson and Hilferty's cube root, with the normal tail of Abramowitz and Stegun 26.2.17. */
    private static double tail(double chi, int freedom) {
        double spread = 2.0 / (9 * freedom);
        double z = (Math.cbrt(chi / freedom) - (1 - spread)) / Math.sqrt(spread);
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double upper = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
        return z > 0 ? upper : 1 - upper;
    }
}
