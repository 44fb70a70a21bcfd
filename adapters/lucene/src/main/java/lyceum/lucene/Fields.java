package lyceum.lucene;

import java.io.IOException;
import java.util.List;
import lyceum.kernel.search.Entry;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An entry as Lucene keeps it: a field for each kind of term, those of the answer apart; its text, and its sense. */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence"})
final class Fields {
    static final String ID = "id";
    static final String TEXT = "text";
    static final String ANSWER = "answer";
    static final String SENSE = "sense";
    static final String WORDS = "w";
    static final String PAIRS = "p";
    static final String SINGLES = "s";
    static final String COUPLES = "c";
    /** Before the names of an answer's fields. */
    static final String OF_ANSWER = "a";

    private static final FieldType TERMS = terms(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType NAME = terms(IndexOptions.DOCS, true);
    private final Reader reader;
    private final Sense sense;

    Fields(Reader reader, Sense sense) {
        this.reader = reader;
        this.sense = sense;
    }

    private static FieldType terms(IndexOptions options, boolean id) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(!id);
        type.setOmitNorms(id);
        type.setStored(id);
        type.freeze();
        return type;
    }

    Document document(Entry entry) {
        Document document = new Document();
        document.add(new Field(ID, entry.id(), NAME));
        document.add(new StoredField(TEXT, entry.text()));
        Terms terms = reader.read(entry.text());
        add(document, "", terms);
        if (!entry.answer().isEmpty()) {
            document.add(new StoredField(ANSWER, entry.answer()));
            add(document, OF_ANSWER, reader.read(entry.answer()));
        }
        document.add(new BinaryDocValuesField(SENSE, new BytesRef(sense.of(terms))));
        return document;
    }

    private static void add(Document document, String prefix, Terms terms) {
        add(document, prefix + WORDS, terms.words());
        add(document, prefix + PAIRS, terms.pairs());
        add(document, prefix + SINGLES, terms.singles());
        add(document, prefix + COUPLES, terms.couples());
    }

    /** Adds a field without terms too: lengths that all entries have are found at once, and those of some by a search for each. */
    private static void add(Document document, String name, List<Terms.Term> terms) {
        document.add(new Given(name, terms));
    }

    /** A field of terms that were read already. */
    private static final class Given extends Field {
        private final List<Terms.Term> terms;

        Given(String name, List<Terms.Term> terms) {
            super(name, TERMS);
            this.terms = terms;
        }

        @Override
        public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
            Read read = reuse instanceof Read old ? old : new Read();
            read.terms = terms;
            return read;
        }
    }

    /** Terms, one after the other. */
    private static final class Read extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private List<Terms.Term> terms = List.of();
        private int next;

        @Override
        public void reset() throws IOException {
            super.reset();
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (next == terms.size()) {
                return false;
            }
            term.setEmpty().append(terms.get(next++).text());
            return true;
        }
    }
}
