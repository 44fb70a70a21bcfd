package lyceum.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import lyceum.kernel.clock.Alarm;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Amend;
import lyceum.kernel.effect.OnAccess;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.id.EffectId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rows of the outbox the rooms' threads may carry now. All methods belong to the lane's thread; what they change in
 * memory is put back if the batch fails.
 */
final class Shell {
    /** How many posts of one room may be under way or unconfirmed where the platform can settle them: what is read back after a crash. */
    static final int AHEAD = 256;
    /** The same while a room is behind: what waits can still be put together. */
    private static final int AHEAD_WHEN_BEHIND = 2;

    private final Outbox outbox;
    private final Journal journal;
    private final Courier courier;
    private final Merging merging;
    private final Alarm alarm;
    private final Consumer<Work> lane;
    private final Map<String, RoomLane> rooms = new ConcurrentHashMap<>();
    /** One request at a time in a room, in turns, whichever of its lanes it is from. */
    private final Map<RoomId, ReentrantLock> doors = new ConcurrentHashMap<>();

    private final Map<PlatformName, Window> windows = new HashMap<>();
    private final Set<RoomLane> touched = new LinkedHashSet<>();
    private final Map<EffectId, Row> fresh = new LinkedHashMap<>();
    private final Set<EffectId> freshSent = new HashSet<>();
    private final Map<EffectId, Instant> freshAppointed = new HashMap<>();
    private final Appointments appointments;

    Shell(Tables tables, Courier courier, Merging merging, Parts.Nature nature, Consumer<Work> lane) {
        this.outbox = tables.outbox();
        this.journal = tables.journal();
        this.courier = courier;
        this.merging = merging;
        this.alarm = nature.alarm();
        this.lane = lane;
        this.appointments = new Appointments(nature, this::letGo);
    }

    /** Takes up what an earlier process left, and answers the rows that may now stand twice. */
    List<Row> takeUp(Batch batch, Instant now) {
        Set<Long> begun = new HashSet<>(outbox.begun());
        Map<Long, Instant> appointed = outbox.appointed(now);
        Map<Instant, List<Row>> waiting = new TreeMap<>();
        List<Row> doubtful = new ArrayList<>();
        for (Row row : outbox.asTheyLeft(outbox.open())) {
            RoomLane room = room(row);
            Instant at = appointed.get(row.id().value());
            if (at != null) {
                waiting.computeIfAbsent(at, _ -> new ArrayList<>()).add(row);
                continue;
            }
            boolean settles = courier.settles(row.effect());
            boolean unclear = settles
                    ? room.planned.size() < AHEAD
                    : row.unclear() || begun.contains(row.id().value());
            Row taken = row.unclear(unclear && row.repeats());
            if (taken.unclear() && !settles) {
                doubtful.add(taken);
                outbox.again(taken, Phrase.of("hub.cut-off"));
            }
            room.planned.addLast(taken);
            touch(room, row);
        }
        batch.afterCommit(() -> appointments.add(waiting));
        return doubtful;
    }

    /** Plans an effect; it is written with the batch. */
    void plan(Row row, Batch batch) {
        RoomLane room = rooms.computeIfAbsent(row.lane(), _ -> started(row, beforeTheFirst(row)));
        batch.change(() -> room.planned.addLast(row), room.planned::removeLast);
        fresh.put(row.id(), row);
        touch(room, row);
    }

    /** Changes or drops posts that wait and were never tried; what may be on its way stays as it is. */
    void amend(Amend amend, Batch batch) {
        for (String lane : List.of(amend.room().toString(), Row.earlier(amend.room()))) {
            RoomLane room = rooms.get(lane);
            if (room != null) {
                amend(amend, room, batch);
            }
        }
    }

    private void amend(Amend amend, RoomLane room, Batch batch) {
        for (Row row : List.copyOf(room.planned)) {
            boolean untried = row.attempts() == 0 && !row.unclear();
            if (untried && row.effect() instanceof Post post && post.ref().equals(amend.ref())) {
                Row now = amend.now() == null ? null : row.saying(post.withDocument(amend.now()));
                List<Row> before = List.copyOf(room.planned);
                batch.change(() -> room.exchange(row, now), () -> room.wait(before));
                amended(row, now);
            }
        }
    }

    private void amended(Row row, @Nullable Row now) {
        if (!fresh.containsKey(row.id())) {
            outbox.amend(row, now);
        } else if (now == null) {
            fresh.remove(row.id());
        } else {
            fresh.put(row.id(), now);
        }
    }

    /** Plans an effect that leaves at its instant; it is written with the batch. */
    void appoint(Row row, Instant at) {
        room(row);
        fresh.put(row.id(), row);
        freshAppointed.put(row.id(), at);
    }

    /** The instant of these rows has come. */
    void due(List<Row> rows, Batch batch) {
        for (Row row : rows) {
            RoomLane room = room(row);
            if (courier.settles(row.effect())) {
                batch.change(() -> room.outstanding++, () -> room.outstanding--);
            } else {
                batch.change(() -> room.planned.addLast(row), room.planned::removeLast);
                touch(room, row);
            }
        }
    }

    /** The clock was set, rather than ran on. Any thread. */
    void clockWasSet() {
        appointments.clockWasSet();
    }

    /** A try ended for good. */
    void done(RoomLane room, Row row, Batch batch) {
        dissolve(row);
        release(room, row, 1, batch);
        touch(room, row);
    }

    /** A try ended without an outcome: the room rests, and what was granted after it waits again. */
    void rest(RoomLane room, Row row, Duration delay, Batch batch) {
        List<Row> granted = new ArrayList<>();
        batch.change(() -> granted.addAll(room.takeBack()), () -> granted.forEach(room::grant));
        List<Row> back = granted.stream().flatMap(each -> each.apart().stream()).toList();
        granted.forEach(this::dissolve);
        if (!row.unclear()) {
            dissolve(row);
        }
        List<Row> rows = new ArrayList<>(row.unclear() ? List.of(row) : row.apart());
        rows.addAll(back);
        batch.change(
                () -> rows.reversed().forEach(room.planned::addFirst),
                () -> rows.forEach(_ -> room.planned.removeFirst()));
        boolean behind = room.behind;
        batch.change(() -> room.resting = true, () -> room.resting = false);
        batch.change(() -> room.behind = true, () -> room.behind = behind);
        release(room, row, 1 + granted.size(), batch);
        if (window(row) != null) {
            back.forEach(each -> outbox.again(each, Phrase.of("hub.after-another")));
        }
        batch.afterCommit(() -> alarm.after(delay, () -> lane.accept(new Work.Rested(room))));
    }

    private void dissolve(Row row) {
        if (!row.together().isEmpty()) {
            outbox.apart(row);
        }
    }

    void rested(RoomLane room, Batch batch) {
        batch.change(() -> room.resting = false, () -> room.resting = true);
        batch.afterCommit(room::resume);
        if (!room.planned.isEmpty()) {
            touch(room, room.planned.getFirst());
        }
    }

    /** The last step before the commit: grants what can go, and writes what is new. */
    void grant(Batch batch, Instant now) {
        touched.forEach(room -> grantAhead(room, batch, now));
        windows.values().forEach(window -> grantWindow(window, batch, now));
        Map<Instant, List<Row>> appointed = new TreeMap<>();
        List<Outbox.Fresh> rows = new ArrayList<>();
        for (Row row : fresh.values()) {
            Instant at = freshAppointed.get(row.id());
            rows.add(new Outbox.Fresh(row, freshSent.contains(row.id()), at));
            if (at != null) {
                appointed.computeIfAbsent(at, _ -> new ArrayList<>()).add(row);
            }
        }
        outbox.plan(rows, now);
        if (!appointed.isEmpty()) {
            batch.afterCommit(() -> appointments.add(appointed));
        }
    }

    /** Receipts as they would come for what this batch plans to say. */
    List<Work.Ended> receipts() {
        return fresh.values().stream()
                .filter(row -> row.effect() instanceof Post)
                .map(row -> new Work.Ended(
                        room(row),
                        row,
                        new End.Stood(List.of(new MessageId(
                                row.effect().room(), "receipt-" + row.id().value())))))
                .toList();
    }

    void committed() {
        touched.clear();
        rolledBack();
    }

    void rolledBack() {
        fresh.clear();
        freshSent.clear();
        freshAppointed.clear();
    }

    /** Whether a room that could go on waits for receipts to be committed. */
    boolean starves() {
        return rooms.values().stream().anyMatch(room -> !room.resting && !room.planned.isEmpty());
    }

    Map<String, Waiting> waiting() {
        Map<String, Waiting> waiting = new TreeMap<>();
        for (RoomLane room : rooms.values()) {
            if (room.waiting() > 0) {
                waiting.put(room.name(), new Waiting(room.waiting(), room.resting));
            }
        }
        return waiting;
    }

    Collection<RoomLane> rooms() {
        return rooms.values();
    }

    /** Lets the requests under way end, as long as {@code patience} lasts; no new one begins. Any thread. */
    void stop(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        for (RoomLane room : rooms.values()) {
            room.stop(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        }
    }

    /**
     * Where the platform can settle, a row goes to its room past the lane, which may be waiting for the disk: that it may have been
     * sent is found out after a crash in any case. Elsewhere the lane must write first that a try begins. The alarm's thread.
     */
    private void letGo(List<Row> rows) {
        lane.accept(new Work.Due(rows));
        for (Row row : rows) {
            RoomLane room = rooms.get(row.lane());
            if (room != null && courier.settles(row.effect())) {
                room.grant(row);
            }
        }
    }

    private void grantAhead(RoomLane room, Batch batch, Instant now) {
        while (!room.resting
                && room.outstanding < (room.behind ? AHEAD_WHEN_BEHIND : AHEAD)
                && !room.planned.isEmpty()) {
            if (window(room.planned.getFirst()) != null) {
                return;
            }
            grantHead(room, batch, now);
        }
    }

    private void grantWindow(Window window, Batch batch, Instant now) {
        while (window.free > 0 && !window.hungry.isEmpty()) {
            RoomLane room = window.hungry.removeFirst();
            batch.change(() -> {}, () -> window.hungry.add(room));
            if (room.resting || room.planned.isEmpty()) {
                continue;
            }
            batch.change(() -> window.free--, () -> window.free++);
            grantHead(room, batch, now).apart().forEach(this::begins);
            if (!room.planned.isEmpty()) {
                window.hungry.addLast(room);
            }
        }
    }

    /** The first row; with those after it in one message where the room is behind. */
    private Row grantHead(RoomLane room, Batch batch, Instant now) {
        Duration span = Duration.between(room.lastGranted, now);
        Optional<Row> merged = room.behind ? merging.head(room.planned, span) : Optional.empty();
        Row row = merged.orElseGet(room.planned::getFirst);
        merged.ifPresent(outbox::together);
        grant(room, row, merged.isPresent() ? row.together().size() : 1, batch);
        Instant before = room.lastGranted;
        batch.change(() -> room.lastGranted = now, () -> room.lastGranted = before);
        if (room.behind && room.planned.isEmpty()) {
            batch.change(() -> room.behind = false, () -> room.behind = true);
        }
        return row;
    }

    private void begins(Row row) {
        if (fresh.containsKey(row.id())) {
            freshSent.add(row.id());
        } else {
            outbox.sent(row);
        }
    }

    /** @param taken how many of the rows at the head it stands for */
    private void grant(RoomLane room, Row row, int taken, Batch batch) {
        List<Row> rows = room.planned.stream().limit(taken).toList();
        batch.change(
                () -> rows.forEach(_ -> room.planned.removeFirst()),
                () -> rows.reversed().forEach(room.planned::addFirst));
        batch.change(() -> room.outstanding++, () -> room.outstanding--);
        batch.afterCommit(() -> room.grant(row));
    }

    private void release(RoomLane room, Row row, int rows, Batch batch) {
        batch.change(() -> room.outstanding -= rows, () -> room.outstanding += rows);
        Window window = window(row);
        if (window != null) {
            batch.change(() -> window.free += rows, () -> window.free -= rows);
        }
    }

    private void touch(RoomLane room, Row row) {
        Window window = window(row);
        if (window == null) {
            touched.add(room);
        } else {
            window.hungry.add(room);
        }
    }

    private @Nullable Window window(Row row) {
        return courier.settles(row.effect())
                ? null
                : windows.computeIfAbsent(row.effect().room().platform(), _ -> new Window());
    }

    private RoomLane room(Row row) {
        return rooms.computeIfAbsent(row.lane(), name -> started(row, outbox.newestStanding(name)));
    }

    /** Until there is a receipt, what was heard in the room before its first post tells from where to read back after a crash. */
    private Optional<MessageId> beforeTheFirst(Row row) {
        Optional<MessageId> standing = outbox.newestStanding(row.lane());
        if (standing.isPresent() || !courier.settles(row.effect())) {
            return standing;
        }
        Optional<MessageId> heard = journal.newest(row.effect().room());
        heard.ifPresent(message -> outbox.stands(row.lane(), message));
        return heard;
    }

    private RoomLane started(Row row, Optional<MessageId> newest) {
        ReentrantLock door = doors.computeIfAbsent(row.effect().room(), _ -> new ReentrantLock(true));
        boolean aside = row.effect() instanceof OnPlatform.Respond || row.effect() instanceof OnAccess.Inspect;
        RoomLane room = new RoomLane(row.lane(), courier, aside ? new ReentrantLock() : door, lane);
        room.start(newest.orElse(null));
        return room;
    }
}
