package lyceum.moderation.words;

import java.util.Arrays;
import lyceum.moderation.text.Kind;
import lyceum.moderation.text.Sounds;
import lyceum.moderation.text.View;

/**
 * Lets the automaton hear a view: letters as they are, Han characters by their sound, nothing that stands between them, runs of
 * one letter once. What it hears is reported with the place where it began.
 */
final class Listener {
    /** Told of each term whose sound was heard. */
    interface Heard {
        /** True where the term stands there indeed; else another beginning may be tried. */
        boolean at(Term term, View view, int first);
    }

    private final Sounds sounds;
    private final Heard heard;
    private int[] first = new int[512];
    /** A letter heard once may stand for a run; this is where the run's last letter stands. */
    private int[] latest = new int[512];

    private int size;
    private int state;
    private char last;

    Listener(Sounds sounds, Heard heard) {
        this.sounds = sounds;
        this.heard = heard;
    }

    void listen(View view, Lexicon lexicon) {
        int end = view.size();
        char lastHan = 0;
        int lastAt = 0;
        size = 0;
        state = 0;
        last = 0;
        for (int at = 0; at < end; at++) {
            byte kind = view.kind(at);
            if (kind >= Kind.DIGIT) {
                continue;
            }
            char symbol = view.symbol(at);
            if (kind == Kind.HAN) {
                if (symbol == lastHan) {
                    begunAgain(lastAt, at);
                } else {
                    hearHan(symbol, at, view, lexicon);
                }
                lastHan = symbol;
                lastAt = at;
            } else {
                lastHan = 0;
                hear(symbol, at, view, lexicon);
            }
        }
    }

    /** A character said twice may be the end of one word and the beginning of another. */
    private void begunAgain(int before, int at) {
        for (int index = size - 1; index >= 0 && latest[index] == before; index--) {
            latest[index] = at;
        }
    }

    private void hearHan(char symbol, int at, View view, Lexicon lexicon) {
        char[] sound = sounds.of(symbol);
        if (sound.length == 0) {
            hear(symbol, at, view, lexicon);
        }
        for (char letter : sound) {
            hear(letter, at, view, lexicon);
        }
    }

    private void hear(char symbol, int at, View view, Lexicon lexicon) {
        if (symbol == last) {
            latest[size - 1] = at;
            return;
        }
        last = symbol;
        if (size == first.length) {
            first = Arrays.copyOf(first, size * 2);
            latest = Arrays.copyOf(latest, size * 2);
        }
        first[size] = at;
        latest[size++] = at;
        state = lexicon.automaton.stride(state, Automaton.classOf(symbol));
        if ((state & 1) != 0) {
            report(view, lexicon);
        }
    }

    private void report(View view, Lexicon lexicon) {
        Automaton automaton = lexicon.automaton;
        for (int node = automaton.ending(state >>> 1); node != 0; node = automaton.shorter(node)) {
            int at = size - automaton.depth(node);
            for (int form = automaton.form(node); form >= 0; form = automaton.nextForm(form)) {
                Term term = lexicon.terms[automaton.term(form)];
                if (!heard.at(term, view, first[at]) && latest[at] != first[at]) {
                    heard.at(term, view, latest[at]);
                }
            }
        }
    }
}
