package lyceum.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lyceum.community.qna.IndexFeed;
import lyceum.community.qna.IndexFeed.Change;
import lyceum.kernel.search.Entry;
import lyceum.kernel.search.Search;
import lyceum.lucene.LuceneIndex;
import lyceum.lucene.Rebuilding;
import lyceum.sqlite.Sqlite;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of questions while the hub runs: it follows the tables a moment behind each commit, on a thread of its own. What it had
 * read stands in its files, so that after a restart it goes on from there; files that cannot be read are made anew from the tables.
 */
public final class FollowingIndex implements Search, AutoCloseable {
    /** Where in a data folder the index stands. */
    static final String FOLDER = "search";

    /** What a hub keeps everything in. */
    public static final String DATABASE = "lyceum.db";

    private static final Logger LOG = LoggerFactory.getLogger(FollowingIndex.class);
    private static final int BATCH = 1_000;
    /** After what time it looks again for what has changed. */
    public static final long PAUSE_MILLIS = 200;

    /** In pauses: how long what was taken out may still stand in files that nobody reads. */
    private static final int BETWEEN_PURGES = 150;

    private static final int BETWEEN_COMMITS = 15;

    private final CompletableFuture<LuceneIndex> index;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final IndexFeed feed = new IndexFeed();
    private final CompletableFuture<Thread> thread = new CompletableFuture<>();
    private long upTo;
    private int looks;
    private boolean uncommitted;
    private boolean unclean;

    /** Begins to open it, beside whatever else the start has to do. */
    FollowingIndex(Path folder) {
        index = CompletableFuture.supplyAsync(() -> open(folder.resolve(FOLDER)));
    }

    private static LuceneIndex open(Path folder) {
        try {
            try {
                return LuceneIndex.open(folder);
            } catch (IOException e) {
                LOG.warn("the index cannot be read and is made anew from the tables: {}", e.toString());
                Rebuilding.rebuild(folder, _ -> false, _ -> 0);
                return LuceneIndex.open(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the index of a data folder anew: from its tables, and from what was indexed by hand. No process may have it open. */
    public static int rebuild(Path data) throws IOException {
        Path file = data.resolve(DATABASE);
        if (!Files.exists(file)) {
            return Rebuilding.rebuild(data.resolve(FOLDER));
        }
        return Rebuilding.rebuild(data.resolve(FOLDER), id -> !IndexFeed.owns(id), index -> all(file, index));
    }

    private static int all(Path file, LuceneIndex index) throws IOException {
        try (Handle read = Sqlite.readers(file).open()) {
            Tables tables = new Tables(read);
            index.addAll(tables);
            index.commit(tables.upTo);
            return tables.count;
        }
    }

    /** What the index is made of, page by page. One thread at a time. */
    private static final class Tables implements Iterator<Entry> {
        private final Handle read;
        private final IndexFeed feed = new IndexFeed();
        private Iterator<Entry> page = Collections.emptyIterator();
        private long upTo;
        private int count;

        Tables(Handle read) {
            this.read = read;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext()) {
                List<Change> changes = feed.after(read, upTo, BATCH);
                if (changes.isEmpty()) {
                    return false;
                }
                upTo = changes.getLast().number();
                page = changes.stream()
                        .flatMap(change -> Stream.ofNullable(change.entry()))
                        .iterator();
            }
            return true;
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            count++;
            return page.next();
        }
    }

    @Override
    public List<Hit> search(Asked asked) {
        return index.join().search(asked);
    }

    /** Follows from now on, until it is closed. */
    void follow(Jdbi readers) {
        thread.complete(Thread.ofPlatform().daemon().name("index").start(() -> run(readers)));
    }

    private void run(Jdbi readers) {
        try {
            upTo = index.join().upTo();
            if (upTo > readers.withHandle(feed::newest)) {
                LOG.warn("the index is newer than the tables and is made anew from them");
                index.join().clear();
                upTo = 0;
            }
            while (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                look(readers);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("the index does not follow", e);
        }
    }

    private void look(Jdbi readers) {
        try {
            looks++;
            List<Change> changes = readers.withHandle(read -> feed.after(read, upTo, BATCH));
            if (!changes.isEmpty()) {
                take(changes);
            }
            if (unclean && looks % BETWEEN_PURGES == 0) {
                index.join().purge();
                unclean = false;
            }
            if (uncommitted && looks % BETWEEN_COMMITS == 0) {
                commit();
            }
        } catch (IOException | JdbiException e) {
            LOG.warn("the index stays behind for now: {}", e.toString()); // a full disk, mostly
        }
    }

    private void take(List<Change> changes) throws IOException {
        LuceneIndex open = index.join();
        for (Change change : changes) {
            Entry entry = change.entry();
            if (entry == null) {
                open.remove(change.id());
            } else {
                open.put(entry);
            }
        }
        open.refresh();
        upTo = changes.getLast().number();
        unclean = true;
        uncommitted = true;
    }

    private void commit() throws IOException {
        index.join().commit(upTo);
        uncommitted = false;
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        try {
            if (thread.isDone()) {
                thread.join().join();
                if (uncommitted) {
                    commit();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        index.join().close();
    }
}
