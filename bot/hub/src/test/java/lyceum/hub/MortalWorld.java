package lyceum.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Platform;
import lyceum.sqlite.Sqlite;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * A community whose hub dies where the test says, and is started again on the same file; the platforms live on. What a dead hub did
 * not acknowledge is brought again to the next one, as platforms do. On Discord what was posted can be read back, on Telegram not.
 */
public final class MortalWorld implements AutoCloseable {
    private static final PlatformName DISCORD = new PlatformName("discord");
    private static final PlatformName TELEGRAM = new PlatformName("telegram");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path file;
    private final List<Feature> features;
    private final PlayedAlarm time = new PlayedAlarm(World.START);
    private final Map<PlatformName, PlayedPlatform> platforms = new LinkedHashMap<>();
    private long count;
    private int deaths;
    private Fate fate = Fate.peaceful();
    private Handle db;
    private Hub hub;

    /** @param file of a new community, or of one that lived before */
    public MortalWorld(Path file, World.Cast cast) {
        this.file = file;
        this.features = cast.features();
        Plain plain = new Plain(Phrases.of(cast.bundles().toArray(String[]::new)));
        platforms.put(DISCORD, new SettlingPlatform(DISCORD, plain));
        platforms.put(TELEGRAM, new PlayedPlatform(TELEGRAM, plain));
        Sqlite.open(file).close();
        db = open();
        hub = born();
        await();
    }

    /** The hub dies when it comes to this point next, one of {@code DECIDED PLANNED HEARD COMMITTED REQUESTED STANDS ANSWERED KEPT}. */
    public void diesAt(String point) {
        fate.arm(Fate.Point.valueOf(point));
    }

    public int deaths() {
        return deaths;
    }

    /** Somebody gives a command. */
    public void commands(String room, String who, String command, Map<String, String> options) {
        RoomId id = RoomId.parse(room);
        String token = "t" + ++count;
        hears(new CommandInvoked(
                Accounts.key(id, token, ""),
                Accounts.speaker(id, who, false),
                id,
                command,
                options,
                null,
                new ReplyToken(id, token),
                time.instant()));
    }

    /** Somebody makes a choice under the first message of a room. */
    public void chooses(String room, String who, String choice) {
        RoomId id = RoomId.parse(room);
        String token = "t" + ++count;
        MessageId message = platform(id).room(id).getFirst().id();
        hears(new ChoiceMade(
                Accounts.key(id, token, ""),
                Accounts.speaker(id, who, false),
                message,
                choice,
                new ReplyToken(id, token),
                time.instant()));
    }

    private void hears(Event event) {
        CompletableFuture<Void> durable = hub.accept(event);
        if (await() && !durable.isDone()) {
            var _ = hub.accept(event);
            await();
        }
    }

    /** Lets time pass; everything that becomes due on the way happens at its time. */
    public void passes(Duration duration) {
        Instant until = time.instant().plus(duration);
        for (Runnable ring = time.next(until); ring != null; ring = time.next(until)) {
            ring.run();
            await();
        }
        await();
    }

    /** What stands in a room, in order. */
    public List<String> room(String room) {
        RoomId id = RoomId.parse(room);
        return platform(id).room(id).stream().map(PlayedPlatform.Line::text).toList();
    }

    /** What a query gives, one column of text. */
    public List<String> reads(String query) {
        try (Handle reader = open()) {
            return reader.createQuery(query).mapTo(String.class).list();
        }
    }

    @Override
    public void close() {
        end();
    }

    private PlayedPlatform platform(RoomId room) {
        PlayedPlatform platform = platforms.get(room.platform());
        if (platform == null) {
            throw new IllegalArgumentException("this world has no " + room.platform());
        }
        return platform;
    }

    /** Until nothing moves any more; true where a hub died on the way, and another lives now. */
    private boolean await() {
        boolean died = false;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            CompletableFuture<Boolean> calm =
                    hub.waiting().thenApply(waiting -> waiting.values().stream().allMatch(Waiting::resting));
            CompletableFuture.anyOf(calm, fate.death())
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
            if (fate.death().isDone()) {
                died = true;
                reborn();
            } else if (calm.join() && steady()) {
                return died;
            } else {
                LockSupport.parkNanos(100_000);
            }
        }
        throw new IllegalStateException("still moving");
    }

    /** Alarms are set only after the commit that the first look is part of. */
    private boolean steady() {
        return hub.waiting()
                        .thenApply(waiting -> waiting.values().stream().allMatch(Waiting::resting))
                        .join()
                && !fate.death().isDone();
    }

    private void reborn() {
        deaths++;
        end();
        fate = Fate.peaceful();
        db = open();
        hub = born();
    }

    private void end() {
        try {
            hub.close();
        } catch (Fate.Death _) {
            fate.death().join(); // the process is gone, and so is its end in peace
        } finally {
            db.close();
            time.forget();
        }
    }

    private Hub born() {
        db.getConfig(SqlStatements.class).setSqlLogger(fate);
        Fate ours = fate;
        List<Platform> ways = List.copyOf(platforms.values().stream()
                .map(platform -> FrailPlatform.to(platform, ours))
                .toList());
        Hub made = new Hub(new Parts(
                new Store(db, Sqlite::outOfRoom),
                features,
                List.of(),
                ways,
                new Parts.Nature(time, time, new Random(count + 1)),
                HubSettings.defaults()));
        made.start();
        platforms.keySet().forEach(made::connected);
        return made;
    }

    /** The machine stays up when a process dies, so that nothing here needs to be synced. */
    private Handle open() {
        return Jdbi.create("jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=OFF")
                .open();
    }
}
