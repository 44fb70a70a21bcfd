package lyceum.moderation.words;

import java.util.Set;
import lyceum.moderation.text.Kind;
import lyceum.moderation.text.View;

/** Tells a disguised word from ordinary language that happens to hold its letters or sounds. */
final class Vetoes {
    private static final int NEIGHBOURS = 4;
    private static final int SHORT_AMONG_SINGLES = 5;
    private static final int COMMONEST = 60;
    private static final int COMMON_BESIDE_EXACT = 66;
    private static final int USUAL_EXACT = 70;
    private static final int RAREST_EXACT = 80;
    private static final int COMMON_ALONE = 74;
    private static final int ORDINARY_NEIGHBOUR = 4;
    private static final int UNHEARD = 140;
    private static final Set<String> UNITS = Set.of(
            "k", "m", "s", "x", "p", "g", "h", "d", "b", "mb", "gb", "kb", "tb", "ml", "mm", "cm", "km", "kg", "th",
            "st", "nd", "rd", "am", "pm", "px", "fps", "hz", "min", "hrs", "ish", "er");
    /** What is said with any word: particles, prepositions, adverbs. */
    private static final String SMALL_WORDS = "的了着过里又没都也就还很太真挺吧呢啊呀嘛啦在是有和与把被给让从到对为以于再最更不";

    private static final String NUMERALS = "一二三四五六七八九十百千万两";

    private final Language language;

    Vetoes(Language language) {
        this.language = language;
    }

    /** Whether a stretched or separated run of letters is more likely ordinary. */
    boolean squeezed(Term term, Alignment fit, View view) {
        if (fit.gaps == 0) {
            return (fit.repeats > 0 && ordinaryRun(term, fit, view)) || (fit.missing > 0 && term.letters < 6);
        }
        if (fit.apostrophes > 0 && fit.apostrophes < fit.gaps) {
            return true;
        }
        int longest = piecesOf(fit, view, false);
        boolean single = longest <= 1;
        if (fit.digits > 0 && !(single && fit.everyPlace())) {
            return true;
        }
        if (single) {
            return term.letters < 3 || (term.letters < SHORT_AMONG_SINGLES && amongSingles(fit, view));
        }
        if (longest == 2 && term.letters >= 5 && fit.gaps * 4 >= fit.places * 3) {
            return false;
        }
        boolean allKnown = piecesOf(fit, view, true) == 0;
        if (fit.spaces > 0) {
            return term.letters < 5 || allKnown || fit.gaps * 2 < fit.places;
        }
        if (fit.apostrophes == fit.gaps) {
            return true;
        }
        return fit.usualMarks == fit.gaps && (allKnown || term.letters < 4);
    }

    /** Whether single letters go on at either side, so that the word is a piece of a longer one. */
    private static boolean amongSingles(Alignment fit, View view) {
        return single(view, fit.first, -1) || single(view, fit.end - 1, 1);
    }

    private static boolean single(View view, int from, int step) {
        int at = from + step;
        while (at >= 0 && at < view.size() && Kind.parts(view.kind(at))) {
            at += step;
        }
        int next = at + step;
        boolean alone = next < 0 || next >= view.size() || Kind.parts(view.kind(next));
        return at >= 0
                && at < view.size()
                && view.kind(at) == Kind.LETTER
                && alone
                && view.symbol(at) != 'i'
                && view.symbol(at) != 'a';
    }

    /** The length of the longest piece between gaps; or, of pieces of two letters and more, how many are not English. */
    private int piecesOf(Alignment fit, View view, boolean strange) {
        int longest = 0;
        int unknown = 0;
        int at = fit.first;
        while (at < fit.end) {
            long hash = Tokens.SEED;
            int from = at;
            while (at < fit.end && !Kind.parts(view.kind(at))) {
                hash = Tokens.mix(hash, view.symbol(at++));
            }
            longest = Math.max(longest, run(view, from, at));
            unknown += at - from > 1 && !language.english(hash) ? 1 : 0;
            while (at < fit.end && Kind.parts(view.kind(at))) {
                at++;
            }
        }
        return strange ? unknown : longest;
    }

    /** Letters of a piece, a repeated one counted once. */
    private static int run(View view, int from, int to) {
        int letters = 0;
        for (int at = from; at < to; at++) {
            letters += at == from || view.symbol(at) != view.symbol(at - 1) ? 1 : 0;
        }
        return letters;
    }

    /** A stretched word may also be another word stretched: goood is good before it is god. */
    private boolean ordinaryRun(Term term, Alignment fit, View view) {
        long whole = Tokens.SEED;
        long twice = Tokens.SEED;
        int run = 0;
        for (int at = fit.first; at < fit.end; at++) {
            run = at > fit.first && view.symbol(at) == view.symbol(at - 1) ? run + 1 : 1;
            whole = Tokens.mix(whole, view.symbol(at));
            twice = run <= 2 ? Tokens.mix(twice, view.symbol(at)) : twice;
        }
        if (fit.longestRun < 3 && term.letters < 4) {
            return true;
        }
        return language.known(whole)
                || (fit.longestRun > 2 && language.english(twice) && twice != Tokens.hash(term.folded()));
    }

    /** Whether a word read from digits and signs is more likely a number or a punctuation mark. */
    boolean leet(Term term, Alignment fit, View view, CharSequence text) {
        int letters = 0;
        int signs = 0;
        for (int at = fit.first; at < fit.end; at++) {
            letters += view.kind(at) == Kind.LETTER && !view.changed(at) ? 1 : 0;
            signs += view.changed(at) ? 1 : 0;
        }
        int prefix = 0;
        for (int at = fit.first; at < fit.end && view.changed(at); at++) {
            prefix++;
        }
        boolean unit = prefix > 0
                && prefix < 5
                && prefix == signs
                && unit(view, fit.first + prefix, fit.end)
                && Character.isDigit(text.charAt(view.start(fit.first)));
        char start = text.charAt(view.start(fit.first));
        boolean amount = letters == 1 && signs > 2 && term.letters < 5 && (Character.isDigit(start) || start == '$');
        boolean atEdge = view.changed(fit.first) || view.changed(fit.end - 1);
        boolean code = term.letters < 4 && capitals(fit, view, text);
        boolean tooShort = term.letters < 4 && (signs > 1 || atEdge);
        boolean shell = start == '$' && text.charAt(view.start(fit.first + 1)) == '(';
        return letters == 0 || signs == 0 || unit || amount || code || shell || tooShort;
    }

    /** Whether all letters are capitals, as in the number of a flight or a room. */
    private static boolean capitals(Alignment fit, View view, CharSequence text) {
        for (int at = fit.first; at < fit.end; at++) {
            if (!view.changed(at) && !Character.isUpperCase(text.charAt(view.start(at)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether what follows a number is a unit or the ending of an ordinal. */
    private static boolean unit(View view, int from, int to) {
        StringBuilder rest = new StringBuilder();
        for (int at = from; at < to; at++) {
            rest.append(view.symbol(at));
        }
        return UNITS.contains(rest.toString());
    }

    /** Whether Latin letters that could be pinyin are more likely English. */
    boolean pinyin(Term term, Alignment fit, View view) {
        if (fit.exactHan + fit.homophones > 0) {
            return fit.exactHan == 0 && term.han < 3;
        }
        int tokens = 0;
        int known = 0;
        int common = 0;
        int at = fit.first;
        while (at < fit.end) {
            long hash = Tokens.SEED;
            int from = at;
            while (at < fit.end && view.kind(at) == Kind.LETTER) {
                hash = Tokens.mix(hash, view.symbol(at++));
            }
            if (at > from) {
                tokens++;
                known += language.known(hash) ? 1 : 0;
                common += language.commonEnglish(hash) ? 1 : 0;
            }
            at += at == from ? 1 : 0;
        }
        boolean english = view.has(Kind.HAN) ? common == tokens : common > 0 && (known == tokens || !alone(fit, view));
        return term.han < 2 || (tokens == 1 && known == 1) || english || tokens > term.han;
    }

    /** Whether the message holds no other letters. */
    private static boolean alone(Alignment fit, View view) {
        for (int at = 0; at < view.size(); at++) {
            if (view.kind(at) == Kind.LETTER && (at < fit.first || at >= fit.end)) {
                return false;
            }
        }
        return true;
    }

    /** Whether Han characters that sound like the term are more likely the words they are. */
    boolean homophone(Term term, Alignment fit, View view) {
        boolean far = fit.gaps > 0 && (term.han == 2 || !fit.everyPlace() || fit.exactHan == 0 || fit.digits > 0);
        if (term.han < 2 || far) {
            return true;
        }
        int from = edge(view, fit.first, -1);
        int to = edge(view, fit.end - 1, 1) + 1;
        int[] back = language.cut(view, from, to);
        boolean cutsStart = back[fit.first - from] > 0;
        boolean cutsEnd = fit.end < to && back[fit.end - from] > 0;
        int longWords = 0;
        int inWords = 0;
        for (int at = fit.first; at < fit.end; at++) {
            boolean begins = at == fit.first || back[at - from] == 0;
            boolean goesOn = at + 1 < fit.end && back[at + 1 - from] > 0;
            longWords += begins && goesOn ? 1 : 0;
            inWords += goesOn || back[at - from] > 0 ? 1 : 0;
        }
        if (term.han > 2) {
            boolean startDiffers = view.symbol(fit.first) != term.symbols[0];
            boolean endDiffers = view.symbol(fit.end - 1) != term.symbols[term.symbols.length - 1];
            boolean cuts = (cutsStart && (startDiffers || cutsEnd)) || (cutsEnd && endDiffers);
            return cuts
                    || (inWords == fit.end - fit.first && (longWords == 1 || fit.exactHan == 0))
                    || everyPairOrdinary(fit, view);
        }
        return cutsStart || cutsEnd || longWords > 0 || grammatical(fit, view) || ordinaryPair(term, fit, view);
    }

    /** Characters of which each may follow the one before it are what they are. */
    private boolean everyPairOrdinary(Alignment fit, View view) {
        for (int at = fit.first; at + 1 < fit.end; at++) {
            if (view.kind(at) != Kind.HAN || !ordinary(view, at)) {
                return false;
            }
        }
        return true;
    }

    private boolean ordinary(View view, int at) {
        return at >= 0
                && at + 1 < view.size()
                && view.kind(at) == Kind.HAN
                && view.kind(at + 1) == Kind.HAN
                && language.pair(view.symbol(at), view.symbol(at + 1));
    }

    /** Two characters of which one is said twice, or is a small word which goes with whatever stands beside it. */
    private static boolean grammatical(Alignment fit, View view) {
        char first = view.symbol(fit.first);
        char last = view.symbol(fit.end - 1);
        boolean named = fit.first > 0 && Surnames.has(view.symbol(fit.first - 1));
        return first == last || named || SMALL_WORDS.indexOf(first) >= 0 || SMALL_WORDS.indexOf(last) >= 0;
    }

    /** Two characters that are often heard, or go well with what stands around them, need no explanation. */
    private boolean ordinaryPair(Term term, Alignment fit, View view) {
        int last = fit.end - 1;
        if (language.pair(view.symbol(fit.first), view.symbol(last))) {
            return true;
        }
        boolean firstDiffers = view.symbol(fit.first) != term.symbols[0];
        boolean lastDiffers = view.symbol(last) != term.symbols[term.symbols.length - 1];
        int first = rarity(view, fit.first);
        int other = rarity(view, last);
        boolean bothDiffer = firstDiffers && lastDiffers;
        int rarest = bothDiffer ? (first + other) / 2 : firstDiffers ? first : other;
        int exact = bothDiffer ? USUAL_EXACT : Math.min(firstDiffers ? other : first, RAREST_EXACT);
        int neighbours = (ordinary(view, fit.first - 1) ? 1 : 0) + (ordinary(view, last) ? 1 : 0);
        return (firstDiffers && (first < COMMONEST || Surnames.has(view.symbol(fit.first))))
                || (lastDiffers && other < COMMONEST)
                || rarest + (exact - USUAL_EXACT) / 2 - ORDINARY_NEIGHBOUR * neighbours
                        < (bothDiffer ? COMMON_ALONE : COMMON_BESIDE_EXACT);
    }

    private int rarity(View view, int at) {
        int cost = language.cost(view, at, at + 1);
        return cost < 0 ? UNHEARD : cost;
    }

    /** Whether a Chinese word with something between its characters is more likely the end of one word and the start of another. */
    boolean parted(Alignment fit, View view) {
        if (fit.digits > 0 && !fit.everyPlace()) {
            return true;
        }
        if (fit.gaps == 0) {
            return fit.repeats > 0 && !everyOneDoubled(fit, view);
        }
        int from = edge(view, fit.first, -1);
        int[] left = language.cut(view, from, inner(view, fit.first, fit.end));
        int last = fit.end - 1;
        int lastFrom = last;
        while (lastFrom > fit.first && view.kind(lastFrom - 1) == Kind.HAN) {
            lastFrom--;
        }
        int to = edge(view, last, 1) + 1;
        int[] right = language.cut(view, lastFrom, to);
        boolean cutsStart = left[fit.first - from] > 0;
        boolean cutsEnd = fit.end < to && right[fit.end - lastFrom] > 0;
        return cutsStart || cutsEnd;
    }

    /** Whether whatever was put together from parts is a number: ten and one are eleven before they are earth. */
    boolean numbers(Alignment fit, View view, CharSequence text) {
        for (int at = fit.first; at < fit.end; at++) {
            for (int part = view.start(at); view.changed(at) && part < view.end(at); part++) {
                if (NUMERALS.indexOf(text.charAt(part)) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Ordinary Chinese doubles one character, as in mama; a disguise doubles all. */
    private static boolean everyOneDoubled(Alignment fit, View view) {
        for (int at = fit.first; at < fit.end; at++) {
            boolean before = at > fit.first && view.symbol(at - 1) == view.symbol(at);
            boolean after = at + 1 < fit.end && view.symbol(at + 1) == view.symbol(at);
            if (!before && !after) {
                return false;
            }
        }
        return true;
    }

    private static int inner(View view, int from, int limit) {
        int at = from;
        while (at < limit && view.kind(at) == Kind.HAN) {
            at++;
        }
        return at;
    }

    private static int edge(View view, int from, int step) {
        int at = from;
        while (Math.abs(at - from) < NEIGHBOURS
                && at + step >= 0
                && at + step < view.size()
                && view.kind(at + step) == Kind.HAN) {
            at += step;
        }
        return at;
    }
}
