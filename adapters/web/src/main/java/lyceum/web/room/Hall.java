package lyceum.web.room;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One room as it stands in memory: its newest lines, the frames that went out last, and who watches. A viewer who reads slowly finds
 * the frames here as long as they are kept, so that nothing waits for each viewer.
 */
final class Hall {
    private static final int ENTRIES_KEPT = 1_000;
    private static final int CHUNKS_KEPT = 256;
    private static final int SHOWN_TO_NEWCOMERS = 50;
    private static final int MOST_AFTER_A_GAP = 500;

    private final RoomSettings.Place place;
    private final Past past;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<Viewer>> byAccount = new ConcurrentHashMap<>();
    private final Deque<Entry> newest = new ArrayDeque<>();
    private final Set<String> standing = new HashSet<>();
    private final AtomicReferenceArray<Chunk> chunks = new AtomicReferenceArray<>(CHUNKS_KEPT);
    private volatile long head;
    private long cursor;
    /** Everything after this number is in {@link #newest}. */
    private long before;

    private @Nullable String welcome;
    private long pauseMillis;
    private volatile Consumer<String> signals = _ -> {};

    /** @param past what happened before all that is remembered here */
    Hall(RoomSettings.Place place, Past past) {
        this.place = place;
        this.past = past;
    }

    RoomSettings.Place place() {
        return place;
    }

    Collection<Viewer> viewers() {
        return viewers;
    }

    /** What happened in this room up to {@code seq}, after {@code after}. Before anybody comes. */
    synchronized void remember(List<Entry> entries, long after, long seq) {
        newest.clear();
        standing.clear();
        welcome = null;
        before = after;
        entries.forEach(this::keep);
        cursor = seq;
    }

    /** Lets everybody see what happened. Desk's thread only. */
    void tell(List<Entry> entries, long seq) {
        List<Entry> forAll = new ArrayList<>();
        List<Entry> forOne = new ArrayList<>();
        entries.forEach(entry -> (entry.onlyFor() == null ? forAll : forOne).add(entry));
        synchronized (this) {
            entries.forEach(this::keep);
            cursor = seq;
            welcome = null;
            if (!forAll.isEmpty()) {
                add(Chunk.of(forAll, seq));
            }
        }
        if (!forAll.isEmpty()) {
            viewers.forEach(Viewer::pump);
        }
        for (Entry entry : forOne) {
            String text = forOne(List.of(entry));
            byAccount.getOrDefault(String.valueOf(entry.onlyFor()), Set.of()).forEach(viewer -> viewer.tell(text));
        }
    }

    /** Tells everybody how long each waits between two lines from now on; zero for no longer than else. Desk's thread only. */
    void pace(Duration pause) {
        synchronized (this) {
            pauseMillis = pause.toMillis();
            welcome = null;
            add(Chunk.of("{\"is\":\"pace\",\"wait\":" + pauseMillis + "}"));
        }
        viewers.forEach(Viewer::pump);
        signals.accept(Signal.pace(place.name(), pause));
    }

    /** How long each waits between two lines now, as other processes are told. */
    synchronized String pace() {
        return Signal.pace(place.name(), Duration.ofMillis(pauseMillis));
    }

    /** What is told of the moment is told to these as well; before anybody comes. */
    void signalTo(Consumer<String> others) {
        signals = others;
    }

    /** Lets everybody see that somebody is typing elsewhere. */
    void typing() {
        tell("{\"is\":\"typing\"}");
        signals.accept(Signal.typing(place.name()));
    }

    /** Tells everybody something of the moment. */
    void tell(String frame) {
        synchronized (this) {
            add(Chunk.of(frame));
        }
        viewers.forEach(Viewer::pump);
    }

    private void add(Chunk chunk) {
        long number = head;
        chunks.set((int) (number % CHUNKS_KEPT), chunk);
        head = number + 1;
    }

    /**
     * Lets a viewer in and says what they have not seen.
     *
     * @param seen the cursor up to which they have seen everything, or -1 for a newcomer
     */
    synchronized void enter(Viewer viewer, Guest guest, long seen) {
        boolean comesBack = seen >= 0 && seen <= cursor;
        viewer.begin(guest, head);
        viewer.tell(comesBack ? since(seen, guest.account()) : welcome());
        viewers.add(viewer);
        if (!guest.account().isEmpty()) {
            knows(viewer, guest);
        }
    }

    /**
     * Somebody who watches already is known from now on, and is told what they alone may see of what they missed.
     *
     * @param seen as when they came
     */
    synchronized void knows(Viewer viewer, Guest guest, long seen) {
        if (!viewers.contains(viewer)) {
            return;
        }
        viewer.is(guest);
        knows(viewer, guest);
        List<Entry> theirs = newest.stream()
                .filter(entry -> entry.seq() > seen && guest.account().equals(entry.onlyFor()))
                .toList();
        if (seen >= 0 && !theirs.isEmpty()) {
            viewer.tell(forOne(theirs));
        }
    }

    private void knows(Viewer viewer, Guest guest) {
        byAccount
                .computeIfAbsent(guest.account(), _ -> ConcurrentHashMap.newKeySet())
                .add(viewer);
    }

    private static String forOne(List<Entry> entries) {
        return "{\"is\":\"lines\",\"lines\":["
                + entries.stream().map(Entry::json).collect(Collectors.joining(",")) + "]}";
    }

    /** Nothing happened in this room up to this number, beyond what was told. */
    synchronized void reached(long seq) {
        if (seq > cursor) {
            cursor = seq;
            welcome = null;
        }
    }

    /** Whether everything up to this number was told. */
    synchronized boolean hasReached(long seq) {
        return seq <= cursor;
    }

    synchronized void leave(Viewer viewer) {
        viewers.remove(viewer);
        Guest guest = viewer.guest();
        if (guest != null) {
            byAccount.computeIfPresent(guest.account(), (_, theirs) -> {
                theirs.remove(viewer);
                return theirs.isEmpty() ? null : theirs;
            });
        }
    }

    /** The frame of this number; null where it is gone or has not come yet. Without a lock: viewers ask while they hold their own. */
    @Nullable
    Chunk chunk(long number) {
        if (number >= head) {
            return null;
        }
        Chunk chunk = chunks.get((int) (number % CHUNKS_KEPT));
        return isGone(number) ? null : chunk;
    }

    /** Whether a frame is kept no more. The oldest place is the one that is written next. */
    boolean isGone(long number) {
        return number < head - CHUNKS_KEPT + 1;
    }

    /** The number of the frame that comes next. */
    long head() {
        return head;
    }

    synchronized boolean stands(String line) {
        return standing.contains(line);
    }

    private String welcome() {
        if (welcome == null) {
            List<Entry> said = newest.stream()
                    .filter(entry -> entry.kind() == Entry.Kind.SAID && entry.onlyFor() == null)
                    .toList();
            welcome = text(said.subList(Math.max(0, said.size() - SHOWN_TO_NEWCOMERS), said.size()), true, 0);
        }
        return welcome;
    }

    private String since(long seen, String account) {
        long from = seen;
        List<Entry> entries;
        if (seen >= before) {
            entries = newest.stream().filter(entry -> entry.seq() > seen).toList();
        } else {
            entries = past.after(place.name(), seen, MOST_AFTER_A_GAP + 1);
            if (entries.size() > MOST_AFTER_A_GAP) {
                entries = List.copyOf(newest);
                from = before;
            }
        }
        long missed = from > seen ? past.count(place.name(), seen, from) : 0;
        return text(
                entries.stream()
                        .filter(entry -> entry.isFor(account) && entry.seq() <= cursor)
                        .toList(),
                false,
                missed);
    }

    private String text(List<Entry> entries, boolean fresh, long missed) {
        return "{\"is\":\"welcome\",\"cursor\":" + cursor + ",\"fresh\":" + fresh + ",\"missed\":" + missed
                + ",\"wait\":" + pauseMillis + ",\"lines\":["
                + entries.stream().map(Entry::json).collect(Collectors.joining(",")) + "]}";
    }

    private void keep(Entry entry) {
        if (entry.kind() == Entry.Kind.SAID) {
            standing.add(entry.line());
        } else {
            forget(entry);
        }
        newest.addLast(entry);
        while (newest.size() > ENTRIES_KEPT) {
            Entry oldest = newest.removeFirst();
            before = oldest.seq();
            if (oldest.kind() == Entry.Kind.SAID) {
                standing.remove(oldest.line());
            }
        }
    }

    /** The old words of a line are nobody's any more. */
    private void forget(Entry change) {
        Deque<Entry> kept = new ArrayDeque<>();
        for (Iterator<Entry> all = newest.iterator(); all.hasNext(); ) {
            Entry entry = all.next();
            if (!entry.line().equals(change.line())) {
                kept.addLast(entry);
            } else if (change.kind() == Entry.Kind.EDITED && entry.kind() == Entry.Kind.SAID) {
                kept.addLast(past.said(Ids.line(entry.room(), entry.line())).orElse(entry));
            }
        }
        newest.clear();
        newest.addAll(kept);
        if (change.kind() == Entry.Kind.DELETED) {
            standing.remove(change.line());
        }
    }
}
