package lyceum.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lyceum.kernel.search.Entry;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Makes an index anew, so that nothing of the old files remains. */
public final class Rebuilding {
    private static final int BATCH = 10_000;

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
        @Nullable Bits live = MultiBits.getLiveDocs(old);
        StoredFields stored = old.storedFields();
        int written = 0;
        List<Entry> batch = new ArrayList<>();
        for (int at = 0; at < old.maxDoc(); at++) {
            if (live == null || live.get(at)) {
                Document document = stored.document(at);
                String id = document.get(Fields.ID);
                if (kept.test(id)) {
                    String answer = document.get(Fields.ANSWER);
                    batch.add(new Entry(id, document.get(Fields.TEXT), answer == null ? "" : answer));
                    written++;
                }
            }
            if (batch.size() == BATCH) {
                index.addAll(batch);
                batch.clear();
            }
        }
        index.addAll(batch);
        return written;
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
