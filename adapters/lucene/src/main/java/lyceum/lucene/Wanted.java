package lyceum.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A question as a query: its terms, each weighted by its kind. Pairs of Chinese characters weigh more where entries are long:
 * single characters find short questions, pairs find passages.
 */
final class Wanted {
    private static final float PAIRS = 0.35f;
    private static final float ANSWERS = 0.4f;
    private static final int MOST = 48;
    private static final int TYPO_FROM = 5;
    private static final double PASSAGE = 40;
    /** Words that begin so weigh as one that a tenth of all entries have, roughly: which of them is meant nobody knows yet. */
    private static final float GROWING = 2.5f;

    private final Map<Term, Float> terms = new LinkedHashMap<>();
    /** How rare each term is, by its text: the logarithm of entries over those that have it. */
    private final Map<String, Double> rarity = new HashMap<>();

    /** Of words that were mistyped, or are still typed. */
    private final List<Query> others = new ArrayList<>();

    private double known;
    private double all;

    Wanted(Terms asked, IndexSearcher searcher) throws IOException {
        CollectionStatistics singles = searcher.collectionStatistics(Fields.SINGLES);
        double length = singles == null ? 0 : singles.sumTotalTermFreq() / (double) singles.docCount();
        float passage = (float) (1 / (1 + Math.pow(PASSAGE / Math.max(1, length), 2)));
        IndexReader reader = searcher.getIndexReader();
        add(asked.words(), Fields.WORDS, 1, reader);
        add(asked.pairs(), Fields.PAIRS, PAIRS, reader);
        add(asked.singles(), Fields.SINGLES, 1 - 0.6f * passage, reader);
        add(asked.couples(), Fields.COUPLES, 0.6f + 0.4f * passage, reader);
    }

    private void add(List<Terms.Term> asked, String field, float weight, IndexReader reader) throws IOException {
        for (Terms.Term term : asked) {
            Term wanted = new Term(field, term.text());
            if (terms.size() >= MOST || terms.containsKey(wanted)) {
                continue;
            }
            int entries = reader.docFreq(wanted);
            double rare = Math.log((reader.numDocs() + 1.0) / (entries + 0.5));
            if (!field.equals(Fields.PAIRS) && !field.equals(Fields.COUPLES)) {
                rarity.merge(term.text(), rare, Math::max);
                all += rare;
                known += entries > 0 ? rare : 0;
            }
            terms.put(wanted, weight);
            if (entries == 0 && field.equals(Fields.WORDS) && term.text().length() >= TYPO_FROM) {
                others.add(new BoostQuery(new FuzzyQuery(wanted, 1, 1, 8, true), weight));
            }
        }
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The share of what was asked, by rarity, that any entry has, from 0 to 1. */
    double known() {
        return all == 0 ? 0 : known / all;
    }

    /** The rarity of a word that was not asked for, taken to be like that of those which were. */
    double usual() {
        return rarity.isEmpty()
                ? 0
                : rarity.values().stream().mapToDouble(each -> each).sum() / rarity.size();
    }

    double rarity(String term) {
        return rarity.getOrDefault(term, 0.0);
    }

    /** A word may be the beginning of a longer one. */
    void grows(Terms.Term word) {
        others.add(new BoostQuery(new PrefixQuery(new Term(Fields.WORDS, word.text())), GROWING));
    }

    Query query(boolean answers) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        terms.forEach((term, weight) -> {
            query.add(weighted(term, weight), Occur.SHOULD);
            if (answers) {
                query.add(
                        weighted(new Term(Fields.OF_ANSWER + term.field(), term.text()), weight * ANSWERS),
                        Occur.SHOULD);
            }
        });
        others.forEach(other -> query.add(other, Occur.SHOULD));
        return query.build();
    }

    private static Query weighted(Term term, float weight) {
        return new BoostQuery(new TermQuery(term), weight);
    }
}
