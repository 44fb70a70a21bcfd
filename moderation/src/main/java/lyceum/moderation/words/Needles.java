package lyceum.moderation.words;

import java.util.BitSet;
import java.util.List;

/** Says in one pass which of many small-letter strings a text holds, and perhaps a few that it does not. */
public final class Needles {
    private static final char LONG_S = 0x17F;
    private final Automaton automaton;

    public Needles(List<String> needles) {
        String[] patterns = needles.toArray(String[]::new);
        int[] numbers = new int[patterns.length];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = index;
        }
        automaton = new Automaton(patterns, numbers);
    }

    /** The places in the list of those that may stand in this text, capitals taken as small letters. */
    public BitSet in(String text) {
        BitSet found = new BitSet();
        int state = 0;
        for (int at = 0; at < text.length(); at++) {
            state = automaton.stride(state, Automaton.classOf(small(text.charAt(at))));
            if ((state & 1) != 0) {
                add(state, found);
            }
        }
        return found;
    }

    /** Caseless matching also takes the long s for s; the Kelvin sign's small letter is k already. */
    private static char small(char unit) {
        if (unit < 0x80) {
            return unit >= 'A' && unit <= 'Z' ? (char) (unit + 32) : unit;
        }
        return unit == LONG_S ? 's' : Character.toLowerCase(unit);
    }

    private void add(int state, BitSet found) {
        for (int node = automaton.ending(state >>> 1); node != 0; node = automaton.shorter(node)) {
            for (int form = automaton.form(node); form >= 0; form = automaton.nextForm(form)) {
                found.set(automaton.term(form));
            }
        }
    }
}
