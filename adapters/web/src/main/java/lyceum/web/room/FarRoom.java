package lyceum.web.room;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.live.CutOff;
import lyceum.kernel.live.Happened;
import lyceum.kernel.live.Reception;
import lyceum.web.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live rooms at a process that only serves viewers: it keeps nothing, hears what happened from the hub, and passes on what is said.
 * Any number of them stand side by side; a cursor holds at each.
 */
public final class FarRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FarRoom.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(20);
    private static final int REMEMBERED = 1_000;

    private final Reception reception;
    private final FarPast past;
    private final Map<String, Hall> halls;
    private final FarTalk talk;
    private final Site site;
    private final Thread ear = Thread.ofPlatform().daemon().name("room").unstarted(this::run);
    private String era;
    private Reception.Mark mark;
    private long pinged = System.nanoTime();
    private volatile boolean closed;

    private FarRoom(Reception reception, Reception.About hub, Phrases phrases) {
        Rooms rooms = Wire.rooms(hub.text());
        this.reception = reception;
        this.past = new FarPast(reception);
        this.halls = rooms.places().stream()
                .map(place -> new Hall(place, past))
                .collect(Collectors.toMap(hall -> hall.place().name(), Function.identity()));
        this.talk = new FarTalk(reception::say, rooms, halls.values());
        this.site = new RoomSite(rooms, phrases, (room, language) -> talk.viewer(halls.get(room), language));
        this.era = hub.era();
        this.mark = remember();
    }

    /**
     * Opens the rooms of whichever hub stands behind this.
     *
     * @param reception is closed with the rooms
     * @param phrases the bundle {@code room}
     * @return empty where no hub ever was there
     * @throws CutOff where nothing can be reached
     */
    public static Optional<FarRoom> open(Reception reception, Phrases phrases) {
        return reception.about().map(hub -> {
            FarRoom room = new FarRoom(reception, hub, phrases);
            room.ear.start();
            return room;
        });
    }

    /** The pages of the rooms, and their sockets. */
    public Site site() {
        return site;
    }

    /** Whether the hub can be reached. Any thread. */
    public boolean isConnected() {
        return talk.isHere();
    }

    /** How many watch here now. Any thread. */
    public int viewers() {
        return talk.viewers();
    }

    private Reception.Mark remember() {
        List<Happened> records = reception.newest(REMEMBERED);
        long upTo = records.isEmpty() ? 0 : records.getLast().number();
        long before = records.isEmpty() ? 0 : records.getFirst().number() - 1;
        Map<String, List<Entry>> byRoom =
                past.entries(records, true).stream().collect(Collectors.groupingBy(Entry::room));
        halls.forEach((name, hall) -> hall.remember(byRoom.getOrDefault(name, List.of()), before, upTo));
        return Reception.Mark.at(upTo);
    }

    private void run() {
        while (!closed) {
            try {
                take(reception.hear(mark, WAIT));
            } catch (CutOff e) {
                LOG.debug("nothing can be heard", e);
                talk.hubIs(false);
                rest();
            } catch (RuntimeException e) {
                LOG.error("the live room could not show what is new; it tries again", e);
                rest();
            }
            talk.caughtUp();
            ping();
        }
    }

    private void take(Reception.Heard heard) {
        if (!heard.era().equals(era)) {
            beginAnew(heard);
            return;
        }
        long start = System.nanoTime();
        show(heard.records());
        Duration telling = Duration.ofNanos(System.nanoTime() - start);
        heard.signals().forEach(this::signal);
        mark = heard.next();
        heard.replies().forEach(talk::answered);
        talk.hubIs(heard.hub());
        if (telling.compareTo(Gathering.LEAST) > 0) {
            LockSupport.parkNanos(Gathering.after(telling).toNanos()); // shorter ones gathered at the hub
        }
    }

    /** Cursors of before mean nothing any more: everybody comes in again. */
    private void beginAnew(Reception.Heard heard) {
        if (heard.era().isEmpty()) {
            talk.hubIs(false);
            rest();
            return;
        }
        mark = remember();
        era = heard.era();
        talk.close("the room begins anew");
    }

    private void show(List<Happened> records) {
        if (records.isEmpty()) {
            return;
        }
        past.entries(records, false).stream()
                .collect(Collectors.groupingBy(Entry::room))
                .forEach((name, news) -> {
                    Hall hall = halls.get(name);
                    if (hall != null) {
                        hall.tell(news, news.getLast().seq());
                    }
                });
        halls.values().forEach(hall -> hall.reached(records.getLast().number()));
    }

    private void signal(String text) {
        Signal signal = Signal.read(text);
        Hall hall = halls.get(signal.room());
        if (hall == null) {
            return;
        }
        if (signal.types()) {
            hall.typing();
        } else if (!hall.pace().equals(text)) {
            hall.pace(signal.pause());
        }
    }

    private void ping() {
        long now = System.nanoTime();
        if (now - pinged > BETWEEN_PINGS.toNanos()) {
            pinged = now;
            talk.beat(now);
        }
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
        ear.interrupt();
        talk.close("this process stops");
        reception.close();
    }
}
