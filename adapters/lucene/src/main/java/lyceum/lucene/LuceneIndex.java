package lyceum.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import lyceum.kernel.search.Entry;
import lyceum.kernel.search.Search;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** The index in a folder of its own. What was put is found after {@link #refresh}, and is safe after {@link #commit}. Any number of threads. */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence"})
public final class LuceneIndex implements Search, AutoCloseable {
    /** Held, since a logger that nobody holds forgets its level: Lucene would tell every start that it does without a module. */
    private static final Logger MODULES = Logger.getLogger("org.apache.lucene.internal.vectorization");

    private static final String UP_TO = "up-to";
    private static final int CANDIDATES = 100;
    private static final int AT_ONCE = 100;
    private static final double BUFFER = 48;
    private final Reader reader = new Reader();
    private final Sense sense;
    private final Fields fields;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private LuceneIndex(Path folder, Sense sense) throws IOException {
        MODULES.setLevel(Level.SEVERE);
        this.sense = sense;
        fields = new Fields(reader, sense);
        directory = FSDirectory.open(folder);
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setForceMergeDeletesPctAllowed(0);
        IndexWriterConfig with =
                new IndexWriterConfig().setRAMBufferSizeMB(BUFFER).setMergePolicy(merging);
        with.setUseCompoundFile(false); // which would write each new segment twice
        writer = new IndexWriter(directory, with.setCommitOnClose(true));
        searchers = new SearcherManager(writer, null);
    }

    /** Opens or makes the index in a folder, which no other process has open. */
    public static LuceneIndex open(Path folder) throws IOException {
        return new LuceneIndex(folder, Sense.shipped());
    }

    static LuceneIndex open(Path folder, Sense sense) throws IOException {
        return new LuceneIndex(folder, sense);
    }

    /** Puts an entry; one of the same id is replaced. */
    public void put(Entry entry) throws IOException {
        writer.updateDocument(new Term(Fields.ID, entry.id()), fields.document(entry));
    }

    /** Puts an entry whose id is not in the index, which is quicker. */
    public void add(Entry entry) throws IOException {
        writer.addDocument(fields.document(entry));
    }

    /**
     * As {@link #add} for each, on all cores: reading a text into its terms takes longer than writing them. While one thread writes
     * a segment the others go on. The entries are taken by one thread at a time, but not always by the same.
     */
    public void addAll(Iterator<Entry> entries) throws IOException {
        try {
            IntStream.range(0, Runtime.getRuntime().availableProcessors())
                    .parallel()
                    .forEach(_ -> {
                        for (List<Entry> some = next(entries); !some.isEmpty(); some = next(entries)) {
                            addSome(some);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Entry> next(Iterator<Entry> entries) {
        List<Entry> some = new ArrayList<>(AT_ONCE);
        synchronized (entries) {
            while (some.size() < AT_ONCE && entries.hasNext()) {
                some.add(entries.next());
            }
        }
        return some;
    }

    private void addSome(List<Entry> some) {
        try {
            for (Entry entry : some) {
                add(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes an entry out. */
    public void remove(String id) throws IOException {
        writer.deleteDocuments(new Term(Fields.ID, id));
    }

    /** Lets searches from now on find what was put before. */
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Writes everything to the disk. */
    public void commit() throws IOException {
        writer.commit();
    }

    /** As {@link #commit()}, and notes up to which change of its source it has read. */
    public void commit(long upTo) throws IOException {
        writer.setLiveCommitData(Map.of(UP_TO, String.valueOf(upTo)).entrySet());
        writer.commit();
    }

    /** Up to which change of its source it had read at the last commit that noted one; 0 where none did. */
    public long upTo() {
        Iterable<Map.Entry<String, String>> noted = writer.getLiveCommitData();
        if (noted != null) {
            for (Map.Entry<String, String> each : noted) {
                if (each.getKey().equals(UP_TO)) {
                    return Long.parseLong(each.getValue());
                }
            }
        }
        return 0;
    }

    /** Rewrites the files so that nothing of what was taken out or replaced stands in them. */
    public void purge() throws IOException {
        writer.commit();
        writer.forceMergeDeletes(true);
        writer.commit();
        searchers.maybeRefreshBlocking(); // what was open keeps its old files until then
        writer.deleteUnusedFiles();
    }

    /** Empties the index. */
    public void clear() throws IOException {
        writer.deleteAll();
    }

    /** How many entries there are, as of the last refresh. */
    public int size() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return searcher.getIndexReader().numDocs();
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public List<Hit> search(Asked asked) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search(asked, searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Hit> search(Asked asked, IndexSearcher searcher) throws IOException {
        Terms terms = reader.read(asked.text());
        Wanted wanted = new Wanted(terms, searcher);
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (asked.growing()) {
            terms.last(asked.text().length()).ifPresent(wanted::grows);
        }
        boolean answers = searcher.collectionStatistics(Fields.OF_ANSWER + Fields.WORDS) != null
                || searcher.collectionStatistics(Fields.OF_ANSWER + Fields.SINGLES) != null;
        TopDocs found = searcher.search(wanted.query(answers), Math.max(CANDIDATES, asked.top()));
        if (found.scoreDocs.length == 0) {
            return List.of();
        }
        Ranking ranking = rank(found.scoreDocs, sense.of(terms), searcher);
        Why why = new Why(reader, terms, wanted);
        String best = text(found.scoreDocs[ranking.at(0)].doc, searcher).get(Fields.TEXT);
        double sure = Sureness.of(ranking, wanted.known(), why.shared(best));
        if (asked.onlyIfSure() && sure < Sureness.ENOUGH) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (int place = 0; place < Math.min(asked.top(), found.scoreDocs.length); place++) {
            Document document = text(found.scoreDocs[ranking.at(place)].doc, searcher);
            String text = document.get(Fields.TEXT);
            hits.add(new Hit(document.get(Fields.ID), text, ranking.score(place), sure, why.of(text)));
        }
        return hits;
    }

    private static Document text(int number, IndexSearcher searcher) throws IOException {
        return searcher.storedFields().document(number, Set.of(Fields.ID, Fields.TEXT));
    }

    private static Ranking rank(ScoreDoc[] found, byte[] asked, IndexSearcher searcher) throws IOException {
        float[] scores = new float[found.length];
        byte[][] senses = new byte[found.length][];
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int at = 0; at < found.length; at++) {
            scores[at] = found[at].score;
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found[at].doc, leaves));
            BinaryDocValues values = leaf.reader().getBinaryDocValues(Fields.SENSE);
            senses[at] = new byte[Sense.SIZE];
            if (values != null && values.advanceExact(found[at].doc - leaf.docBase)) {
                BytesRef bytes = values.binaryValue();
                System.arraycopy(bytes.bytes, bytes.offset, senses[at], 0, Sense.SIZE);
            }
        }
        return new Ranking(scores, senses, asked);
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
        reader.close();
    }
}
