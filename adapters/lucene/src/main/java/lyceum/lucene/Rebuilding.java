package lyceum.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import lyceum.kernel.search.Entry;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Makes an index anew from the entries that it keeps, so that nothing of the old files remains. */
public final class Rebuilding {
    private Rebuilding() {}

    /** How many entries were written; none where there is no index. No process may have it open. */
    public static int rebuild(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        delete(fresh);
        int written;
        try (FSDirectory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return 0;
            }
            try (DirectoryReader old = DirectoryReader.open(directory);
                    LuceneIndex index = LuceneIndex.open(fresh)) {
                written = copy(old, index);
                index.commit();
            }
        }
        delete(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        return written;
    }

    private static int copy(DirectoryReader old, LuceneIndex index) throws IOException {
        @Nullable Bits live = MultiBits.getLiveDocs(old);
        StoredFields stored = old.storedFields();
        int written = 0;
        for (int at = 0; at < old.maxDoc(); at++) {
            if (live == null || live.get(at)) {
                Document document = stored.document(at);
                String answer = document.get(Fields.ANSWER);
                index.add(new Entry(document.get(Fields.ID), document.get(Fields.TEXT), answer == null ? "" : answer));
                written++;
            }
        }
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
