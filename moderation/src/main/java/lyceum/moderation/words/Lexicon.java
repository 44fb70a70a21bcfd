package lyceum.moderation.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import lyceum.moderation.text.Kind;
import lyceum.moderation.text.Parts;
import lyceum.moderation.text.View;

/** A list of words made ready for finding: an immutable value, so that a new list replaces an old one between two messages. */
public final class Lexicon {
    private static final int SHORTEST_MISSPELT = 5;
    private static final int LONGEST_MISSPELT = 24;
    static final String PLURAL = "ies";
    private static final String VOWELS = "aeiouy";
    final Term[] terms;
    final Automaton automaton;
    final Tokens misspelt;
    final Tokens masked;
    final Tokens initials;
    final Tokens mixed;
    final Parts parts;
    final Literals literals;
    final Chains chains;
    final boolean chinese;

    private Lexicon(Builder builder, Letters language) {
        terms = builder.terms.toArray(Term[]::new);
        automaton = new Automaton(
                builder.patterns.toArray(String[]::new),
                builder.owners.stream().mapToInt(Integer::intValue).toArray());
        misspelt = builder.misspelt;
        masked = builder.masked;
        initials = builder.initials;
        mixed = builder.mixed;
        parts = new Parts(language.splits(), builder.han::get);
        chinese = !builder.han.isEmpty();
        literals = new Literals(builder.unspoken);
        chains = builder.chains;
    }

    /** Makes ready the words; those that hold nothing to find are left out. A star that stands alone between two words is a gap. */
    public static Lexicon of(List<String> words, Letters language) {
        Builder builder = new Builder(language, words.size());
        words.forEach(builder::add);
        return new Lexicon(builder, language);
    }

    /** Whether two characters in a row may be parts of one that stands in the list. */
    boolean splits(int before, int after) {
        return parts.follow((char) before, (char) after);
    }

    /** The word of this number as it stands in the list. */
    public String word(int term) {
        return terms[term].text;
    }

    public int size() {
        return terms.length;
    }

    /** A run of letters with its vowels, and whatever stands for them, taken out. */
    static long skeleton(CharSequence run, int from, int to) {
        long hash = Tokens.SEED;
        for (int at = from; at < to; at++) {
            char symbol = run.charAt(at);
            hash = Tokens.mix(hash, VOWELS.indexOf(symbol) >= 0 || symbol < 'a' || symbol > 'z' ? '*' : symbol);
        }
        return hash;
    }

    static boolean vowel(char symbol) {
        return VOWELS.indexOf(symbol) >= 0;
    }

    /** What is gathered before the tables are made. */
    private static final class Builder {
        private final Letters language;
        private final List<Term> terms = new ArrayList<>();
        private final List<String> patterns = new ArrayList<>();
        private final List<Integer> owners = new ArrayList<>();
        private final List<Term> unspoken = new ArrayList<>();
        private final Tokens misspelt;
        private final Tokens masked;
        private final Tokens initials;
        private final Tokens mixed;
        private final Chains chains = new Chains();
        private final View read = new View();
        private final BitSet han = new BitSet(0x10000);

        Builder(Letters language, int size) {
            this.language = language;
            misspelt = new Tokens(size * 8);
            masked = new Tokens(size);
            initials = new Tokens(size);
            mixed = new Tokens(size * 2);
        }

        void add(String phrase) {
            String[] words = Chains.words(phrase);
            if (words.length == 1) {
                addWord(phrase);
                return;
            }
            int number = terms.size();
            terms.add(new Term(number, phrase, language.reader(), read));
            int[] links = new int[words.length];
            for (int at = 0; at < links.length; at++) {
                links[at] = terms.size();
                addWord(words[at]);
            }
            chains.add(number, links);
        }

        private void addWord(String word) {
            Term term = new Term(terms.size(), word, language.reader(), read);
            terms.add(term);
            if (!term.spoken()) {
                unspoken.add(term);
                return;
            }
            Set<String> spoken = term.patterns(language.sounds());
            for (String pattern : spoken) {
                patterns.add(pattern);
                owners.add(term.number);
            }
            if (term.onlyLetters()) {
                addMisspelt(term);
                addPlural(term);
                masked.put(skeleton(term.folded(), 0, term.letters), term.number);
            }
            if (term.onlyHan() && term.han > 1) {
                addInitials(term);
            }
            for (int at = 0; at < term.symbols.length; at++) {
                if (term.kinds[at] == Kind.HAN) {
                    han.set(term.symbols[at]);
                }
            }
        }

        private void addMisspelt(Term term) {
            char[] word = term.symbols;
            int length = word.length;
            if (length < SHORTEST_MISSPELT || length > LONGEST_MISSPELT) {
                return;
            }
            long before = Tokens.SEED;
            long beforeLast = Tokens.SEED;
            for (int at = 0; at < length; at++) {
                boolean singular = at == length - 1 && word[at] == 's';
                if (!singular) {
                    addMisspelt(Tokens.mix(before, word, at + 1, length), term);
                }
                if (at > 0 && word[at] != word[at - 1]) {
                    long swapped = Tokens.mix(Tokens.mix(beforeLast, word[at]), word[at - 1]);
                    addMisspelt(Tokens.mix(swapped, word, at + 1, length), term);
                }
                beforeLast = before;
                before = Tokens.mix(before, word[at]);
            }
        }

        /** A plural that is more than an ending. */
        private void addPlural(Term term) {
            String word = term.folded();
            if (word.length() >= SHORTEST_MISSPELT - 1 && word.endsWith("y")) {
                misspelt.put(Tokens.hash(word.substring(0, word.length() - 1) + PLURAL), term.number);
            }
        }

        private void addMisspelt(long hash, Term term) {
            if (!language.language().known(hash)) {
                misspelt.put(hash, term.number);
            }
        }

        private void addInitials(Term term) {
            char[] word = term.symbols;
            char[] first = new char[word.length];
            for (int at = 0; at < word.length; at++) {
                char[] sound = language.sounds().of(word[at]);
                if (sound.length == 0) {
                    return;
                }
                first[at] = sound[0];
            }
            initials.put(Tokens.mix(Tokens.SEED, first, 0, first.length), term.number);
            for (int at = 1; at < word.length && term.han > 2; at++) {
                mixed.put(half(word, first, at), term.number);
                mixed.put(half(first, word, at), term.number);
            }
        }

        private static long half(char[] one, char[] other, int at) {
            return Tokens.mix(Tokens.mix(Tokens.SEED, one, 0, at), other, at, other.length);
        }
    }
}
