package lyceum.moderation.words;

import java.util.List;
import lyceum.moderation.text.Kind;
import lyceum.moderation.text.Sounds;
import lyceum.moderation.text.View;

/** A term laid exactly on a view, symbol by symbol, with an account of what had to be overlooked. */
final class Alignment {
    private final Sounds sounds;
    int first;
    /** The index after the last symbol. */
    int end;

    int gaps;
    int spaces;
    int digits;
    /** Gaps made of nothing but what ordinary text also has between letters. */
    int usualMarks;

    int clauseMarks;
    int apostrophes;
    int repeats;
    int longestRun;
    int missing;
    int homophones;
    int exactHan;
    int syllables;
    int places;

    Alignment(Sounds sounds) {
        this.sounds = sounds;
    }

    private void reset(int at) {
        first = at;
        end = at;
        gaps = 0;
        spaces = 0;
        digits = 0;
        usualMarks = 0;
        clauseMarks = 0;
        apostrophes = 0;
        repeats = 0;
        longestRun = 1;
        missing = 0;
        homophones = 0;
        exactHan = 0;
        syllables = 0;
        places = 0;
    }

    /** Lays the term on the view from this symbol on; false where it does not fit. */
    boolean fits(Term term, View view, int at) {
        reset(at);
        for (int index = 0; index < term.symbols.length; index++) {
            if (index > 0) {
                skip(term, index, view);
            }
            if (end >= view.size() || !takes(term, index, view)) {
                return false;
            }
        }
        return true;
    }

    private boolean takes(Term term, int index, View view) {
        char wanted = term.symbols[index];
        byte kind = view.kind(end);
        if (term.kinds[index] != Kind.HAN) {
            boolean same = kind == term.kinds[index] && (view.symbol(end) == wanted || stroke(wanted, view));
            if (same) {
                end++;
                repeated(term, index, view);
            }
            return same;
        }
        if (kind == Kind.HAN) {
            return takesHan(term, index, view);
        }
        return kind == Kind.LETTER && takesSyllable(wanted, view);
    }

    /** A sign read as i may as well be an l, also where the word has both. */
    private boolean stroke(char wanted, View view) {
        return wanted == 'l' && view.symbol(end) == 'i' && view.changed(end);
    }

    private boolean takesHan(Term term, int index, View view) {
        char wanted = term.symbols[index];
        char seen = view.symbol(end);
        if (seen == wanted) {
            exactHan++;
        } else if (sounds.alike(seen, wanted)) {
            homophones++;
        } else {
            return false;
        }
        end++;
        boolean doubled = index + 1 < term.symbols.length && sounds.alike(term.symbols[index + 1], seen);
        boolean nextWord = index == term.symbols.length - 1 && index > 0 && repeats == 0;
        while (!doubled && !nextWord && end < view.size() && view.symbol(end) == seen) {
            repeats++;
            end++;
        }
        return true;
    }

    private boolean takesSyllable(char wanted, View view) {
        List<String> readings = sounds.all(wanted);
        for (String reading : readings) {
            int at = end;
            int index = 0;
            while (index < reading.length() && at < view.size() && same(reading, index, view, at)) {
                index++;
                at++;
            }
            if (index == reading.length()) {
                end = at;
                syllables++;
                return true;
            }
        }
        return false;
    }

    private static boolean same(String reading, int index, View view, int at) {
        char letter = reading.charAt(index);
        char seen = view.symbol(at);
        return view.kind(at) == Kind.LETTER && (letter == seen || (letter == 'v' && seen == 'u'));
    }

    private void repeated(Term term, int index, View view) {
        char letter = term.symbols[index];
        if (index + 1 < term.symbols.length && term.symbols[index + 1] == letter && !term.spaced[index + 1]) {
            return;
        }
        boolean strokesFollow = letter == 'i' && index + 1 < term.symbols.length && term.symbols[index + 1] == 'l';
        int run = 1;
        while (end < view.size() && view.symbol(end) == letter && !(strokesFollow && view.changed(end))) {
            end++;
            run++;
            repeats++;
        }
        longestRun = Math.max(longestRun, run);
    }

    private void skip(Term term, int index, View view) {
        int from = end;
        boolean space = false;
        boolean number = false;
        boolean usual = true;
        boolean clause = false;
        boolean apostrophe = true;
        boolean wantsDigit = term.kinds[index] == Kind.DIGIT;
        while (end < view.size() && Kind.parts(view.kind(end)) && !(wantsDigit && view.kind(end) == Kind.DIGIT)) {
            byte kind = view.kind(end);
            char symbol = view.symbol(end);
            apostrophe &= symbol == '\'' || symbol == '’';
            space |= kind == Kind.SPACE;
            number |= kind == Kind.DIGIT;
            usual &= kind == Kind.SPACE || ".,-/':;!?()&+\"".indexOf(symbol) >= 0;
            clause |= "，。！？；：,.!?;:、\n".indexOf(symbol) >= 0;
            end++;
        }
        places++;
        if (term.spaced[index]) {
            missing += end == from ? 1 : 0;
        } else if (end > from) {
            gaps++;
            spaces += space ? 1 : 0;
            digits += number ? 1 : 0;
            usualMarks += usual ? 1 : 0;
            apostrophes += apostrophe ? 1 : 0;
            clauseMarks += clause ? 1 : 0;
        }
    }

    boolean everyPlace() {
        return gaps == places;
    }
}
