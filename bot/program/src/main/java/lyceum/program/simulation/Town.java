package lyceum.program.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import lyceum.community.bridge.Bridge;
import lyceum.community.bridge.BridgeSettings;
import lyceum.community.bridge.Link;
import lyceum.hub.Hub;
import lyceum.hub.HubSettings;
import lyceum.hub.Parts;
import lyceum.hub.Store;
import lyceum.hub.Waiting;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Platform;
import lyceum.sqlite.Sqlite;

/** Four joined rooms, one on each platform, and a hub between them, in a time that only moves when it is told to. */
final class Town implements AutoCloseable {
    static final int ROOMS = 4;
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final int QUIET_LOOKS = 2;

    private final PlayedTime time = new PlayedTime(START);
    private final Sqlite sqlite;
    private final List<Place> places;
    private final Hub hub;

    private Town(Path file, Limits limits) {
        Plain plain = new Plain(Phrases.of("hub", "bridge"));
        places = List.of(
                place("discord:general", limits.discord(), limits, plain),
                place("telegram:general", limits.telegram(), limits, plain),
                place("twitch:ada", limits.twitch(), limits, plain),
                place("room:class", limits.room(), limits, plain));
        sqlite = Sqlite.open(file);
        // nobody pulls the plug in a simulation: its hours need not wait for the disk
        sqlite.writer().execute("pragma synchronous = off");
        List<Platform> platforms = List.of(
                new ReadBack(places.get(0)),
                new Changeable(places.get(1)),
                new Spoken(places.get(2)),
                new ReadBack(places.get(3)));
        Link link = new Link("general", places.stream().map(Place::room).toList());
        Bridge bridge = new Bridge(new BridgeSettings("Lyceum", List.of(link), ZoneOffset.UTC, Language.EN, Map.of()));
        hub = new Hub(new Parts(
                new Store(sqlite.writer(), Sqlite::outOfRoom),
                List.of(bridge),
                List.of(),
                platforms,
                new Parts.Nature(time, time, new Random(1)),
                HubSettings.defaults()));
        hub.start();
        platforms.forEach(platform -> hub.connected(platform.name()));
    }

    /**
     * What the platforms let through.
     *
     * @param hiccups out of how many requests one is put off; 0 for none
     */
    record Limits(Rate discord, Rate telegram, Rate twitch, Rate room, int hiccups) {
        /** Without rates. */
        static Limits off(int hiccups) {
            return new Limits(
                    Rate.without(2_000), Rate.without(4_096), Rate.without(500), Rate.without(4_000), hiccups);
        }

        /** Discord 5 in 5 s a channel, Telegram 20 a minute in a group, Twitch 20 in 30 s. */
        static Limits documented() {
            return new Limits(
                    Rate.of(5, Duration.ofSeconds(5), 2_000),
                    Rate.of(20, Duration.ofMinutes(1), 4_096),
                    Rate.of(20, Duration.ofSeconds(30), 500),
                    Rate.without(4_000),
                    0);
        }
    }

    static Town open(Path file, Limits limits) {
        return new Town(file, limits);
    }

    private Place place(String room, Rate rate, Limits limits, Plain plain) {
        return new Place(RoomId.parse(room), rate, limits.hiccups(), time, plain);
    }

    List<Place> places() {
        return places;
    }

    Hub hub() {
        return hub;
    }

    Instant now() {
        return time.instant();
    }

    /** Moves on without looking how far the hub is. */
    void runs(Instant until) {
        time.passes(until, () -> {});
    }

    /** Moves on; whenever something was due, the hub comes to rest before the time goes on. */
    void passes(Instant until) {
        time.passes(until, this::settle);
        settle();
    }

    /** How many rows wait. */
    int waiting() {
        return hub.waiting().join().values().stream().mapToInt(Waiting::rows).sum();
    }

    /** Returns when nothing moves before the time does. */
    void settle() {
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            boolean still = hub.waiting().join().values().stream().allMatch(Waiting::resting);
            quiet = still ? quiet + 1 : 0;
            if (!still) {
                LockSupport.parkNanos(200_000);
            }
        }
    }

    /** How many effects ended in this state. */
    long ended(String state) {
        return sqlite.readers()
                .withHandle(db -> db.createQuery("select count(*) from hub_outbox where state = ?")
                        .bind(0, state)
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public void close() {
        hub.close();
        sqlite.close();
    }
}
