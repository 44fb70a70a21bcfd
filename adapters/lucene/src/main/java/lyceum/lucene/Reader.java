package lyceum.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import lyceum.lucene.Terms.Term;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Reads a text into its terms; any number of threads. */
final class Reader implements AutoCloseable {
    private static final int MOST_TERMS = 4_000;
    private final Simplified simplified = new Simplified();
    private final Analyzer analyzer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokens = new StandardTokenizer();
            return new TokenStreamComponents(
                    tokens, new KStemFilter(new EnglishPossessiveFilter(new LowerCaseFilter(tokens))));
        }
    };

    Terms read(String text) {
        Terms terms = Terms.empty();
        String simple = simplified.of(text);
        try (TokenStream stream = analyzer.tokenStream("text", simple)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            for (int count = 0; count < MOST_TERMS && stream.incrementToken(); count++) {
                add(new Term(term.toString(), place.startOffset(), place.endOffset()), terms);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    private static void add(Term term, Terms terms) {
        if (term.text().length() == 1 && Simplified.isHan(term.text().charAt(0))) {
            if (!terms.singles().isEmpty()) {
                Term before = terms.singles().getLast();
                if (before.end() == term.start()) {
                    terms.couples().add(new Term(before.text() + term.text(), before.start(), term.end()));
                }
            }
            terms.singles().add(term);
        } else {
            if (!terms.words().isEmpty()) {
                Term before = terms.words().getLast();
                terms.pairs().add(new Term(before.text() + " " + term.text(), before.start(), term.end()));
            }
            terms.words().add(term);
        }
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
