package lyceum.lucene;

import java.util.ArrayList;
import java.util.List;

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
    /** A term, and where it stands in the text by UTF-16 offsets. */
    record Term(String text, int start, int end) {}

    static Terms empty() {
        return new Terms(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    boolean isEmpty() {
        return words.isEmpty() && singles.isEmpty();
    }
}
