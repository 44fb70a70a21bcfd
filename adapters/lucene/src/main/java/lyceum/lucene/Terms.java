package lyceum.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text as what is looked for: stems of words, single Han characters, and pairs of each.
 *
 * @param words stems, in order
 * @param pairs of words that stand side by side
 * @param singles Han characters, in order
 * @param couples Han characters that stand side by side
 */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence"})
record Terms(List<Term> words, List<Term> pairs, List<Term> singles, List<Term> couples) {
    /** Of fewer letters begins too much. */
    private static final int GROWN = 2;

    /** A term, and where it stands in the text by UTF-16 offsets. */
    record Term(String text, int start, int end) {}

    static Terms empty() {
        return new Terms(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** The word that a text of this length ends with; empty where it ends with a sign, a space, or a Han character. */
    Optional<Term> last(int length) {
        return words.isEmpty()
                        || words.getLast().end() < length
                        || words.getLast().text().length() < GROWN
                ? Optional.empty()
                : Optional.of(words.getLast());
    }

    boolean isEmpty() {
        return words.isEmpty() && singles.isEmpty();
    }
}
