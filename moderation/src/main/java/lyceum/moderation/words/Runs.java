package lyceum.moderation.words;

import java.util.function.Consumer;
import lyceum.moderation.text.Kind;
import lyceum.moderation.text.View;

/** Looks up whole written words in tables: misspelt ones, ones with signs for vowels, initials of Chinese words. */
final class Runs {
    private static final String MASKS = "*#_%?@$!&^~×";
    private static final int LONGEST = 32;
    private static final int SHORTEST_MASKED = 4;
    private static final int LONGEST_SHORT_NAME = 5;
    private final Language language;
    private final Consumer<Hit> found;
    private String text = "";

    Runs(Language language, Consumer<Hit> found) {
        this.language = language;
        this.found = found;
    }

    void read(String message, View view, Lexicon lexicon) {
        text = message;
        int size = view.size();
        int singles = 0;
        int marks = 0;
        int start = 0;
        long hash = Tokens.SEED;
        int from = -1;
        for (int at = 0; at <= size; at++) {
            byte kind = at < size ? view.kind(at) : Kind.SPACE;
            if (kind == Kind.LETTER) {
                hash = Tokens.mix(hash, view.symbol(at));
                from = from < 0 ? at : from;
                continue;
            }
            if (from >= 0) {
                singles = at - from == 1 ? singles + 1 : 0;
                lookUp(view, lexicon, hash, from, at);
                if (singles > 2) {
                    lookUpSingles(view, lexicon, at, singles);
                }
                hash = Tokens.SEED;
                from = -1;
            }
            if (kind == Kind.MARK) {
                marks++;
            } else {
                if (marks > 0) {
                    masked(view, lexicon, start, at);
                }
                marks = 0;
                start = at + 1;
                singles = kind == Kind.SPACE ? singles : 0;
            }
        }
    }

    private void lookUp(View view, Lexicon lexicon, long hash, int from, int to) {
        int length = to - from;
        if (length < 2 || !whole(view, from, to)) {
            return;
        }
        if (length > 3) {
            lookUpMisspelt(view, lexicon, hash, from, to);
        }
        if (length < 9 && lexicon.initials.has(hash) && !ordinary(view, hash, from, to)) {
            acceptAll(lexicon.initials, hash, view, Sight.INITIALS, from, to);
        }
        if (length < 5 && lexicon.chinese && !language.borrowed(hash) && !Abbreviations.has(view, from, to)) {
            lookUpMixed(view, lexicon, from, to);
        }
    }

    private void lookUpMisspelt(View view, Lexicon lexicon, long hash, int from, int to) {
        Tokens table = lexicon.misspelt;
        for (int entry = table.first(hash); entry >= 0; entry = table.next(entry, hash)) {
            Term term = lexicon.terms[table.term(entry)];
            boolean plural = to - from == term.letters - 1 + Lexicon.PLURAL.length();
            if (plural || !name(view, from, to)) {
                accept(view, term.number, plural ? asWritten(view, from, to) : Sight.MISSPELT, from, to);
            }
        }
    }

    /** Whether a run is part of a handle, or short and written with a capital as names are. */
    private boolean name(View view, int from, int to) {
        for (int at = from; at >= 0 && view.kind(at) != Kind.SPACE; at--) {
            if (view.symbol(at) == '@') {
                return true;
            }
        }
        return to - from <= LONGEST_SHORT_NAME
                && Character.isUpperCase(text.charAt(view.start(from)))
                && Character.isLowerCase(text.charAt(view.start(to - 1)));
    }

    private Sight asWritten(View view, int from, int to) {
        for (int at = from; at < to; at++) {
            if (Character.toLowerCase(text.charAt(view.start(at))) != view.symbol(at)) {
                return Sight.FOLDED;
            }
        }
        return Sight.PLAIN;
    }

    /** Letters that stand alone, one after the other, read as one word. */
    private void lookUpSingles(View view, Lexicon lexicon, int end, int count) {
        int from = end;
        for (int left = count; left > 0; ) {
            from--;
            left -= view.kind(from) == Kind.LETTER ? 1 : 0;
        }
        long hash = Tokens.SEED;
        for (int at = from; at < end; at++) {
            hash = view.kind(at) == Kind.LETTER ? Tokens.mix(hash, view.symbol(at)) : hash;
        }
        acceptAll(lexicon.initials, hash, view, Sight.INITIALS, from, end);
    }

    /** Whether a run of letters means something else than the initials of Chinese syllables. */
    private boolean ordinary(View view, long hash, int from, int to) {
        if (!view.has(Kind.HAN)) {
            return to - from == 2 || language.known(hash) || lettersBeside(view, from, to);
        }
        if (to - from > 2) {
            return language.borrowed(hash) || language.commonEnglish(hash);
        }
        char one = text.charAt(view.start(from));
        boolean abbreviated = Character.isUpperCase(one) || view.symbol(from) == view.symbol(to - 1);
        boolean escaped = from > 0 && view.symbol(from - 1) == '\\';
        return escaped || abbreviated || language.borrowed(hash) || Abbreviations.has(view, from, to);
    }

    /** Whether other letters stand before or after the run: a text in Latin letters, in which initials of Chinese are not expected. */
    private static boolean lettersBeside(View view, int from, int to) {
        for (int at = 0; at < view.size(); at++) {
            if (view.kind(at) == Kind.LETTER && (at < from || at >= to)) {
                return true;
            }
        }
        return false;
    }

    /** Han characters and, right beside them, the initials of the rest. */
    private void lookUpMixed(View view, Lexicon lexicon, int from, int to) {
        int start = from;
        while (start > 0 && from - start < 3 && view.kind(start - 1) == Kind.HAN) {
            start--;
            acceptAll(lexicon.mixed, hash(view, start, to), view, Sight.INITIALS, start, to);
        }
        int end = to;
        while (end < view.size() && end - to < 3 && view.kind(end) == Kind.HAN) {
            end++;
            acceptAll(lexicon.mixed, hash(view, from, end), view, Sight.INITIALS, from, end);
        }
    }

    private static long hash(View view, int from, int to) {
        long hash = Tokens.SEED;
        for (int at = from; at < to; at++) {
            hash = Tokens.mix(hash, view.symbol(at));
        }
        return hash;
    }

    private void acceptAll(Tokens table, long hash, View view, Sight sight, int from, int to) {
        for (int entry = table.first(hash); entry >= 0; entry = table.next(entry, hash)) {
            accept(view, table.term(entry), sight, from, to);
        }
    }

    private static boolean whole(View view, int from, int to) {
        boolean before = from > 0 && (view.kind(from - 1) == Kind.OTHER || view.kind(from - 1) == Kind.DIGIT);
        boolean after = to < view.size() && (view.kind(to) == Kind.OTHER || view.kind(to) == Kind.DIGIT);
        return !before && !after;
    }

    private void masked(View view, Lexicon lexicon, int from, int to) {
        int low = from;
        int high = to;
        while (low < high && view.kind(low) == Kind.MARK) {
            low++;
        }
        while (high > low && view.kind(high - 1) == Kind.MARK) {
            high--;
        }
        if (high - low < 2) {
            return;
        }
        boolean before = low > from && edgeMask(view.symbol(low - 1));
        boolean after = high < to && edgeMask(view.symbol(high));
        lookUpMasked(view, lexicon, low, high);
        if (before) {
            lookUpMasked(view, lexicon, low - 1, high);
        }
        if (after) {
            lookUpMasked(view, lexicon, low, high + 1);
        }
    }

    private void lookUpMasked(View view, Lexicon lexicon, int from, int to) {
        int marks = 0;
        for (int at = from; at < to; at++) {
            marks += view.kind(at) == Kind.MARK ? 1 : 0;
        }
        if (marks == 0 || marks > (to - from + 1) / 2 || to - from > LONGEST) {
            return;
        }
        StringBuilder run = new StringBuilder(to - from);
        for (int at = from; at < to; at++) {
            run.append(view.symbol(at));
        }
        long hash = Lexicon.skeleton(run, 0, run.length());
        Tokens table = lexicon.masked;
        for (int entry = table.first(hash); entry >= 0; entry = table.next(entry, hash)) {
            if (fits(run, lexicon.terms[table.term(entry)])) {
                accept(view, table.term(entry), Sight.MASKED, from, to);
            }
        }
    }

    private static boolean fits(CharSequence run, Term term) {
        boolean same = run.length() == term.symbols.length;
        for (int at = 0; same && at < run.length(); at++) {
            char seen = run.charAt(at);
            char wanted = term.symbols[at];
            same = seen == wanted || (Lexicon.vowel(wanted) && mask(seen, term.letters < SHORTEST_MASKED));
        }
        return same;
    }

    private static boolean mask(char symbol, boolean shortWord) {
        if (shortWord) {
            return symbol == '*';
        }
        return MASKS.indexOf(symbol) >= 0 || (symbol >= 0x2000 && "‘’“”…–—".indexOf(symbol) < 0);
    }

    private static boolean edgeMask(char symbol) {
        return symbol == '*';
    }

    private void accept(View view, int term, Sight sight, int from, int to) {
        found.accept(new Hit(term, sight, view.start(from), view.end(to - 1)));
    }
}
