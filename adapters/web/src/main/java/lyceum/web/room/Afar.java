package lyceum.web.room;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import lyceum.kernel.live.Broadcast;
import lyceum.kernel.live.CutOff;
import lyceum.kernel.live.Happened;
import lyceum.kernel.live.Reply;
import lyceum.kernel.live.Word;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the hub does for viewers at other processes: one thread tells what is committed and answers, another hears what they say. Both
 * try again for as long as nothing can be reached; rooms here do not notice.
 */
final class Afar implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Afar.class);
    private static final Duration KEPT = Duration.ofHours(6);
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final Duration BETWEEN_TRIMS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration GATHERING = Duration.ofMillis(5);
    private static final int REMEMBERED = 1_000;
    private static final int MOST_AT_ONCE = 1_000;

    private final Parts parts;
    private final Map<String, Hall> halls;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Reply> replies = new ArrayList<>();
    private final List<String> signals = new ArrayList<>();
    private final List<Thread> threads;
    private final Elsewhere elsewhere = new Elsewhere();
    private boolean news = true;
    private volatile boolean begun;
    private volatile boolean again = true;
    private volatile boolean closed;
    private volatile @Nullable Talk talk;
    private long told;
    private long beaten;
    private long trimmed = System.nanoTime();
    private long looked = System.nanoTime();

    /**
     * What it stands on.
     *
     * @param hub the same at each start of this hub
     */
    record Parts(Broadcast broadcast, RoomLog log, Entrance entrance, Rooms rooms, String hub, InstantSource clock) {}

    Afar(Parts parts, Collection<Hall> halls) {
        this.parts = parts;
        this.halls =
                halls.stream().collect(Collectors.toMap(hall -> hall.place().name(), Function.identity()));
        this.threads = List.of(
                Thread.ofPlatform().daemon().name("room-afar").unstarted(this::tell),
                Thread.ofPlatform().daemon().name("room-words").unstarted(this::hear));
        halls.forEach(hall -> hall.signalTo(text -> locked(() -> signals.add(text))));
    }

    /** @param answers takes what is said */
    void start(Talk answers) {
        talk = answers;
        threads.forEach(Thread::start);
    }

    /** Something more is committed. */
    void news() {
        locked(() -> news = true);
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        boolean complained = false;
        while (!closed) {
            try {
                if (!begun) {
                    begin();
                    complained = false;
                }
                turn();
            } catch (CutOff e) {
                begun = false;
                if (!complained) {
                    LOG.warn("viewers at other processes are cut off; the rooms here go on: {}", e.getMessage());
                }
                complained = true;
                rest();
            } catch (RuntimeException e) {
                begun = false;
                LOG.error("what happens could not be told to other processes; it is tried again", e);
                rest();
            }
        }
    }

    private void begin() {
        told = parts.broadcast().begin(parts.hub(), parts.log().newest(), Wire.rooms(parts.rooms()));
        if (told == 0) {
            told = parts.log().beforeNewest(REMEMBERED);
        }
        parts.broadcast().signal(halls.values().stream().map(Hall::pace).toList());
        again = true;
        begun = true;
        news();
        LOG.info("viewers at other processes are connected");
    }

    /** What was answered before something is told is passed on after it, so that nobody hears of a line that they cannot see. */
    private void turn() {
        Due due = due();
        if (due.news()) {
            while (publish()) {
                // one batch after the other
            }
        }
        try {
            if (!due.signals().isEmpty()) {
                parts.broadcast().signal(due.signals());
            }
            if (!due.replies().isEmpty()) {
                parts.broadcast().reply(due.replies());
            }
        } catch (CutOff e) {
            locked(() -> replies.addAll(0, due.replies()));
            throw e;
        }
        keepUp();
    }

    private record Due(boolean news, List<String> signals, List<Reply> replies) {}

    private Due due() {
        lock.lock();
        try {
            long left = BETWEEN_BEATS.toNanos();
            while (!closed && !news && signals.isEmpty() && replies.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            for (long gather = GATHERING.toNanos(); gather > 0 && left > 0 && !closed; ) {
                gather = changed.awaitNanos(gather);
            }
            Due due = new Due(news, List.copyOf(signals), List.copyOf(replies));
            news = false;
            signals.clear();
            replies.clear();
            return due;
        } catch (InterruptedException e) {
            closed = true;
            return new Due(false, List.of(), List.of());
        } finally {
            lock.unlock();
        }
    }

    /** Whether there may be more. */
    private boolean publish() {
        List<Entry> entries = parts.log().after(told, MOST_AT_ONCE);
        if (entries.isEmpty()) {
            return false;
        }
        List<Long> gone = entries.stream()
                .filter(entry -> entry.kind() != Entry.Kind.SAID)
                .flatMap(entry -> Wire.was(entry).stream())
                .toList();
        parts.broadcast()
                .publish(
                        entries.stream()
                                .map(entry -> new Happened(entry.seq(), Wire.happened(entry, whole(entry))))
                                .toList(),
                        gone);
        told = entries.getLast().seq();
        return entries.size() == MOST_AT_ONCE;
    }

    private Optional<Entry> whole(Entry entry) {
        return entry.kind() == Entry.Kind.EDITED
                ? parts.log().said(Ids.line(entry.room(), entry.line()))
                : Optional.empty();
    }

    private void keepUp() {
        long now = System.nanoTime();
        if (now - beaten >= BETWEEN_BEATS.toNanos()) {
            beaten = now;
            parts.broadcast().beat();
        }
        if (now - looked >= BETWEEN_LOOKS.toNanos()) {
            looked = now;
            look();
        }
        if (now - trimmed >= BETWEEN_TRIMS.toNanos()) {
            trimmed = now;
            long first = parts.log().firstSince(parts.clock().instant().minus(KEPT));
            if (first > 0) {
                parts.broadcast().trim(first);
            }
        }
    }

    private void look() {
        Talk answers = talk;
        List<Elsewhere.Stay> left = elsewhere.endedWith(parts.broadcast().silent(elsewhere.processes()));
        if (answers != null) {
            left.forEach(stay -> answers.leaves(stay.seat(), stay.guest()));
        }
    }

    private void hear() {
        while (!closed) {
            try {
                if (!begun) {
                    rest();
                    continue;
                }
                boolean all = again;
                again = false;
                parts.broadcast().take(all, BETWEEN_BEATS).forEach(this::hear);
            } catch (CutOff e) {
                LOG.debug("what viewers say cannot be heard", e);
                begun = false;
                rest();
            } catch (RuntimeException e) {
                LOG.error("what viewers at other processes say could not be heard; it is tried again", e);
                rest();
            }
        }
    }

    private void hear(Word word) {
        Talk answers = talk;
        Wire.Said said = Wire.Said.read(word.text());
        Hall hall = halls.get(said.room());
        if (hall == null || answers == null) {
            reply(new Reply(word.process(), null, word.ticket()));
            return;
        }
        boolean hello = said.message().verb().equals("hello");
        Guest guest =
                hello ? null : parts.entrance().speaks(said.pass(), said.name()).orElse(null);
        FarSeat seat = new FarSeat(word, said, hall, guest, new FarSeat.Answers(this::reply, this::later, elsewhere));
        if (said.message().verb().equals("bye")) {
            elsewhere.leaves(seat);
            answers.leaves(seat);
            seat.done();
            return;
        }
        if (guest != null) {
            elsewhere.is(seat, guest);
        }
        answers.said(seat, said.message());
    }

    private void reply(Reply reply) {
        locked(() -> replies.add(reply));
    }

    /** What could not be kept is taken once more, not at once: the disk may be full. */
    private void later() {
        Thread.ofVirtual().name("room-later").start(() -> {
            rest();
            again = true;
        });
    }

    private static void rest() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        parts.broadcast().close();
    }
}
