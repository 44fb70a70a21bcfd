package lyceum.moderation.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AutomatonTest {
    @ParameterizedTest
    @ValueSource(strings = {"abc", "zyx", "ακω", "аяё"})
    void hearsEveryPatternThatPlainSearchFinds(String alphabet) {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            String[] patterns = IntStream.range(0, 12)
                    .mapToObj(index -> letters(alphabet, random, 1 + random.nextInt(9)))
                    .toArray(String[]::new);
            Automaton automaton = new Automaton(patterns, IntStream.range(0, 12).toArray());
            String text = letters(alphabet, random, 60);

            assertThat(heard(automaton, text)).containsExactlyInAnyOrderElementsOf(searched(patterns, text));
        }
    }

    private static List<String> heard(Automaton automaton, String text) {
        List<String> heard = new ArrayList<>();
        int state = 0;
        for (int at = 0; at < text.length(); at++) {
            state = automaton.stride(state, Automaton.classOf(text.charAt(at)));
            for (int node = automaton.ending(state >>> 1); node != 0; node = automaton.shorter(node)) {
                for (int form = automaton.form(node); form >= 0; form = automaton.nextForm(form)) {
                    heard.add(automaton.term(form) + "@" + (at + 1));
                }
            }
        }
        return heard;
    }

    private static List<String> searched(String[] patterns, String text) {
        List<String> found = new ArrayList<>();
        for (int index = 0; index < patterns.length; index++) {
            for (int at = text.indexOf(patterns[index]); at >= 0; at = text.indexOf(patterns[index], at + 1)) {
                found.add(index + "@" + (at + patterns[index].length()));
            }
        }
        return found;
    }

    @Test
    void knowsPatternsOfEveryClassApart() {
        String[] patterns = IntStream.range(0, 64)
                .mapToObj(AutomatonTest::ofClass)
                .map(letter -> letter + "abcde" + letter)
                .toArray(String[]::new);
        Automaton automaton = new Automaton(patterns, IntStream.range(0, 64).toArray());

        for (int index = 0; index < patterns.length; index++) {
            assertThat(heard(automaton, patterns[index])).containsExactly(index + "@7");
        }
    }

    private static String ofClass(int wanted) {
        return IntStream.range('a', 0x3000)
                .filter(symbol -> Automaton.classOf((char) symbol) == wanted)
                .mapToObj(Character::toString)
                .findFirst()
                .orElseThrow();
    }

    private static String letters(String alphabet, Random random, int length) {
        StringBuilder letters = new StringBuilder();
        for (int index = 0; index < length; index++) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }
}
