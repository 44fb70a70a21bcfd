package lyceum.moderation.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast path must never let pass what the whole way would have found. */
final class SieveTest {
    private static final Letters LETTERS = Letters.load();
    private static final List<String> WORDS =
            List.of("casino", "jackpot", "bet", "加微信", "彩票", "裸聊", "free nitro", "казино");
    private static final String NOISE = "abc cas in o4@1!*. ，加微信采彡票衤果jwx\u200B\u0336🔥AеоⓐI0ka зино\n~|-_'\"";

    @Test
    void passesNothingThatHoldsAWord() {
        Lexicon list = Lexicon.of(WORDS, LETTERS);
        Finder finder = new Finder(LETTERS);
        Random random = new Random(1);
        int held = 0;
        for (int round = 0; round < 60_000; round++) {
            String message = message(random);
            List<Hit> whole = finder.findThoroughly(message, list);

            assertThat(finder.find(message, list)).as(message).isEqualTo(whole);
            held += whole.isEmpty() ? 0 : 1;
        }
        assertThat(held).isGreaterThan(5_000);
    }

    private static String message(Random random) {
        StringBuilder message = new StringBuilder();
        if (random.nextBoolean()) {
            message.append(noise(random, 6));
        }
        String word = WORDS.get(random.nextInt(WORDS.size()));
        for (int at = 0; at < word.length(); at++) {
            if (random.nextInt(8) > 0) {
                message.append(word.charAt(at));
            }
            if (random.nextInt(6) == 0) {
                message.append(noise(random, 1));
            }
        }
        return message.append(noise(random, random.nextInt(4))).toString();
    }

    private static String noise(Random random, int count) {
        StringBuilder noise = new StringBuilder();
        for (int index = 0; index < count; index++) {
            int at = NOISE.offsetByCodePoints(0, random.nextInt(NOISE.codePointCount(0, NOISE.length())));
            noise.appendCodePoint(NOISE.codePointAt(at));
        }
        return noise.toString();
    }
}
