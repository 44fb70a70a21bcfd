package lyceum.lucene;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import lyceum.kernel.search.Entry;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

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

    private static void add(Document document, String name, List<Terms.Term> terms) {
        if (!terms.isEmpty()) {
            document.add(new Field(name, new Read(terms), TERMS));
        }
    }

    /** Terms that were read already. */
    private static final class Read extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final List<Terms.Term> terms;
        private Iterator<Terms.Term> next;

        Read(List<Terms.Term> terms) {
            this.terms = terms;
            next = terms.iterator();
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            next = terms.iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!next.hasNext()) {
                return false;
            }
            term.setEmpty().append(next.next().text());
            return true;
        }
    }
}
