package lyceum.moderation.words;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Words without a letter, such as numbers and signs, found only as they stand. */
final class Literals {
    private final Term[] terms;
    private final Automaton automaton;

    Literals(List<Term> terms) {
        this.terms = terms.stream().filter(term -> !term.text.isEmpty()).toArray(Term[]::new);
        String[] patterns = new String[this.terms.length];
        int[] owners = new int[patterns.length];
        for (int index = 0; index < patterns.length; index++) {
            patterns[index] = this.terms[index].text.toLowerCase(Locale.ROOT);
            owners[index] = index;
        }
        automaton = new Automaton(patterns, owners);
    }

    boolean isEmpty() {
        return terms.length == 0;
    }

    void find(CharSequence text, Consumer<Hit> found) {
        if (terms.length == 0) {
            return;
        }
        int state = 0;
        for (int at = 0; at < text.length(); at++) {
            state = automaton.step(state, Automaton.classOf(Character.toLowerCase(text.charAt(at))));
            for (int node = automaton.ending(state); node != 0; node = automaton.shorter(node)) {
                for (int form = automaton.form(node); form >= 0; form = automaton.nextForm(form)) {
                    check(text, terms[automaton.term(form)], at + 1, found);
                }
            }
        }
    }

    private static void check(CharSequence text, Term term, int end, Consumer<Hit> found) {
        int start = end - term.text.length();
        boolean same = term.text.equalsIgnoreCase(text.subSequence(start, end).toString());
        boolean number = Character.isDigit(term.text.charAt(term.text.length() - 1));
        boolean cut = number && (digit(text, start - 1) || digit(text, end));
        if (same && !cut) {
            found.accept(new Hit(term.number, Sight.PLAIN, start, end));
        }
    }

    private static boolean digit(CharSequence text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }
}
