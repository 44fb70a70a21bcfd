package lyceum.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lyceum.kernel.search.Entry;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DocumentStoredFieldVisitor;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Makes an index anew, so that nothing of the old files remains. */
public final class Rebuilding {
    private Rebuilding() {}

    /** Entries that come from elsewhere than the old index. */
    public interface Source {
        /** Adds them all, notes with a commit up to where it read, and says how many there were. */
        int addTo(LuceneIndex fresh) throws IOException;
    }

    /** How many entries were written; none where there is no index. No process may have it open. */
    public static int rebuild(Path folder) throws IOException {
        return rebuild(folder, _ -> true, _ -> 0);
    }

    /**
     * As {@link #rebuild(Path)}, from what is kept of the old index and from a source.
     *
     * @param kept whether an entry of the old index stays, by its id
     */
    public static int rebuild(Path folder, Predicate<String> kept, Source source) throws IOException {
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        delete(fresh);
        int written;
        try (LuceneIndex index = LuceneIndex.open(fresh)) {
            written = copy(folder, kept, index) + source.addTo(index);
            index.commit();
        }
        delete(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        return written;
    }

    private static int copy(Path folder, Predicate<String> kept, LuceneIndex index) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (FSDirectory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return 0;
            }
            try (DirectoryReader old = DirectoryReader.open(directory)) {
                return copy(old, kept, index);
            }
        }
    }

    private static int copy(DirectoryReader old, Predicate<String> kept, LuceneIndex index) throws IOException {
        int written = 0;
        for (LeafReaderContext leaf : old.leaves()) {
            CodecReader reader = (CodecReader) leaf.reader();
            try (StoredFieldsReader stored = reader.getFieldsReader().getMergeInstance()) {
                Kept entries = new Kept(reader, stored, kept);
                index.addAll(entries);
                written += entries.count;
            }
        }
        return written;
    }

    /** The entries of a part of an index that are to stay, read in their order: each block of texts is unpacked once. */
    private static final class Kept implements Iterator<Entry> {
        private final @Nullable Bits live;
        private final int all;
        private final StoredFieldsReader stored;
        private final Predicate<String> kept;
        private int at;
        private int count;
        private @Nullable Entry next;

        Kept(CodecReader reader, StoredFieldsReader stored, Predicate<String> kept) {
            live = reader.getLiveDocs();
            all = reader.maxDoc();
            this.stored = stored;
            this.kept = kept;
        }

        @Override
        public boolean hasNext() {
            while (next == null && at < all) {
                if (live == null || live.get(at)) {
                    next = read(at);
                }
                at++;
            }
            return next != null;
        }

        private @Nullable Entry read(int number) {
            DocumentStoredFieldVisitor visitor = new DocumentStoredFieldVisitor();
            try {
                stored.document(number, visitor);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Document document = visitor.getDocument();
            String id = document.get(Fields.ID);
            String answer = document.get(Fields.ANSWER);
            return kept.test(id) ? new Entry(id, document.get(Fields.TEXT), answer == null ? "" : answer) : null;
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Entry found = Objects.requireNonNull(next);
            next = null;
            count++;
            return found;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
