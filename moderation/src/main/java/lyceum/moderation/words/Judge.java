package lyceum.moderation.words;

import java.util.function.Consumer;
import lyceum.moderation.text.Kind;
import lyceum.moderation.text.Sounds;
import lyceum.moderation.text.View;
import org.jspecify.annotations.Nullable;

/** Lays a term that was heard on the view exactly, says in which sight it stands there, or that it is no find. */
final class Judge {
    private static final char FIRST_IDEOGRAPH = 0x4E00;
    private static final char LAST_IDEOGRAPH = 0x9FFF;
    /** What a word ends with whose plural may be written with -es. */
    private static final String HISSING = "sxzho";

    /** What a word ends with whose plural is never written with a mere -s. */
    private static final String ALWAYS_HISSING = "sxz";

    private static final int SHORTEST_PLURAL = 3;
    private static final int SHORTEST_NUMBERED = 5;
    private final Alignment fit;
    private final Vetoes vetoes;
    private final Consumer<Hit> found;
    private String text = "";
    private Sight seen = Sight.FOLDED;

    Judge(Sounds sounds, Language language, Consumer<Hit> found) {
        this.fit = new Alignment(sounds);
        this.vetoes = new Vetoes(language);
        this.found = found;
    }

    /** What the views to come are made from, and how a find in them is called unless it stands there more plainly. */
    void begin(String message, Sight sight) {
        text = message;
        seen = sight;
    }

    boolean judge(Term term, View view, int heard) {
        int at = withDigits(term, view, heard);
        boolean bound = term.bound(true) || view.kind(at) == Kind.LETTER;
        if ((bound && at > 0 && joins(view, at - 1, at)) || !fit.fits(term, view, at)) {
            return false;
        }
        int stop = fit.end;
        if (term.bound(false) || view.kind(stop - 1) == Kind.LETTER) {
            stop = ending(term, view, stop);
        }
        Sight sight = stop < 0 ? null : sight(term, view);
        if (sight != null) {
            int start = Math.min(view.start(at), view.start(stop - 1));
            found.accept(new Hit(term.number, sight, start, Math.max(view.end(at), view.end(stop - 1))));
        }
        return sight != null;
    }

    /** A term that begins with digits is heard from its first letter on. */
    private static int withDigits(Term term, View view, int at) {
        int index = 0;
        while (term.kinds[index] == Kind.DIGIT) {
            index++;
        }
        int start = at;
        while (index > 0 && start > 0 && view.kind(start - 1) >= Kind.DIGIT) {
            start--;
            index -= view.kind(start) == Kind.DIGIT ? 1 : 0;
        }
        return start;
    }

    /** Where the word ends, a plural ending included; -1 where it goes on. */
    private int ending(Term term, View view, int end) {
        if (end >= view.size() || !joins(view, end, end - 1)) {
            return end;
        }
        if (term.letters < SHORTEST_PLURAL || view.kind(end - 1) != Kind.LETTER) {
            return -1;
        }
        char last = view.symbol(end - 1);
        boolean longer = view.symbol(end) == 'e'
                && HISSING.indexOf(last) >= 0
                && end + 1 < view.size()
                && view.symbol(end + 1) == 's';
        int at = longer ? end + 1 : end;
        boolean plural = view.symbol(at) == 's'
                && (longer || ALWAYS_HISSING.indexOf(last) < 0)
                && (at + 1 >= view.size() || !joins(view, at + 1, at));
        return plural ? at + 1 : -1;
    }

    /** Whether the symbol belongs to the same written word as its neighbour. */
    private boolean joins(View view, int at, int neighbour) {
        byte kind = view.kind(at);
        if ((kind != Kind.OTHER && kind != Kind.LETTER) || view.kind(neighbour) == Kind.HAN) {
            return false;
        }
        int point = Character.codePointAt(text, view.start(at));
        return Character.isLetter(point) || view.changed(at) || Character.isDigit(point);
    }

    private @Nullable Sight sight(Term term, View view) {
        if (seen != Sight.FOLDED && !touchesChange(view)) {
            return null;
        }
        if (fit.syllables > 0) {
            return vetoes.pinyin(term, fit, view) || name(term, view) ? null : Sight.PINYIN;
        }
        if (seen == Sight.COMPONENTS && (fit.homophones + fit.clauseMarks > 0 || vetoes.numbers(fit, view, text))) {
            return null;
        }
        if (fit.homophones > 0) {
            return vetoes.homophone(term, fit, view) ? null : Sight.HOMOPHONE;
        }
        boolean squeezed = fit.gaps + fit.repeats + fit.missing > 0;
        if (squeezed && (term.onlyHan() ? vetoes.parted(fit, view) : vetoes.squeezed(term, fit, view))) {
            return null;
        }
        if (seen == Sight.LEET) {
            return vetoes.leet(term, fit, view, text) ? null : Sight.LEET;
        }
        if (seen != Sight.FOLDED) {
            return seen;
        }
        if (digitAt(view, fit.first, -1) || digitAt(view, fit.end - 1, 1)) {
            return term.letters >= SHORTEST_NUMBERED && !goesOn(view) ? Sight.SQUEEZED : null;
        }
        return squeezed ? Sight.SQUEEZED : unsqueezed(term, view);
    }

    /** Two syllables that each begin with a capital and go on in small letters are somebody's name. */
    private boolean name(Term term, View view) {
        int words = 0;
        for (int at = fit.first; at < fit.end && term.han == 2; at++) {
            char unit = text.charAt(view.start(at));
            boolean begins = at == fit.first || Kind.parts(view.kind(at - 1));
            if (Kind.parts(view.kind(at))) {
                continue;
            }
            if (Character.isUpperCase(unit) != begins) {
                return false;
            }
            words += begins ? 1 : 0;
        }
        return words == 2;
    }

    private boolean touchesChange(View view) {
        for (int at = fit.first; at < fit.end; at++) {
            if (view.changed(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean digitAt(View view, int edge, int step) {
        int at = edge + step;
        return view.kind(edge) == Kind.LETTER && at >= 0 && at < view.size() && view.kind(at) == Kind.DIGIT;
    }

    /** Whether letters stand behind the digits beside the word, so that it is a piece of a longer name. */
    private boolean goesOn(View view) {
        return lettersBehind(view, fit.first, -1) || lettersBehind(view, fit.end - 1, 1);
    }

    private static boolean lettersBehind(View view, int edge, int step) {
        int at = edge + step;
        while (at >= 0 && at < view.size() && view.kind(at) == Kind.DIGIT) {
            at += step;
        }
        return digitAt(view, edge, step) && at >= 0 && at < view.size() && view.kind(at) == Kind.LETTER;
    }

    private Sight unsqueezed(Term term, View view) {
        int start = view.start(fit.first);
        int end = view.end(fit.end - 1);
        if (same(term.text, start, end)) {
            return Sight.PLAIN;
        }
        boolean ideographs = term.han > 0 && end - start == term.symbols.length;
        for (int at = start; at < end && ideographs; at++) {
            ideographs = text.charAt(at) >= FIRST_IDEOGRAPH && text.charAt(at) <= LAST_IDEOGRAPH;
        }
        return ideographs ? Sight.SIMPLIFIED : Sight.FOLDED;
    }

    /** Whether the original reads like the word but for case and the width of its spaces. */
    private boolean same(String word, int start, int end) {
        int at = start;
        for (int index = 0; index < word.length(); index++, at++) {
            if (at >= end) {
                return false;
            }
            char wanted = word.charAt(index);
            char read = text.charAt(at);
            if (Character.isWhitespace(wanted) && Character.isWhitespace(read)) {
                while (at + 1 < end && Character.isWhitespace(text.charAt(at + 1))) {
                    at++;
                }
            } else if (wanted != read && Character.toLowerCase(wanted) != Character.toLowerCase(read)) {
                return false;
            }
        }
        return at == end;
    }
}
