package lyceum.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.sqlite.Sqlite;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * One community whose hub dies again and again. The platforms and the file live on; what a dead hub did not acknowledge is brought
 * again to the next one, as platforms do.
 */
final class Lives {
    /** How many messages one death may double where nothing can be read back. */
    static final int DOUBLED_A_DEATH = 4;

    private static final PlatformName SETTLING = new PlatformName("discord");
    private static final PlatformName ONE_WAY = new PlatformName("telegram");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path file;
    private final Random random;
    private final Echo echo = new Echo(SETTLING, ONE_WAY);
    private final PlayedAlarm time = new PlayedAlarm(World.START);
    private final Map<PlatformName, PlayedPlatform> platforms = new LinkedHashMap<>();
    private final Map<RoomId, Integer> said = new LinkedHashMap<>();
    private final Deque<Brought> unacknowledged = new ArrayDeque<>();
    private int deaths;

    /** @param rooms the names of the rooms that there are on each platform */
    Lives(Path folder, long seed, String... rooms) {
        file = folder.resolve("lyceum.db");
        random = new Random(seed);
        Plain plain = new Plain(Phrases.of("hub"));
        platforms.put(SETTLING, new SettlingPlatform(SETTLING, plain));
        platforms.put(ONE_WAY, new PlayedPlatform(ONE_WAY, plain));
        for (PlatformName platform : platforms.keySet()) {
            for (String room : rooms) {
                said.put(new RoomId(platform, room), 0);
            }
        }
        Sqlite.open(file).close();
    }

    int deaths() {
        return deaths;
    }

    /** One hub, from its start to its death, or to its close in peace after everything is done; whether it died. */
    boolean live(Fate fate, int messages) {
        Handle db = open();
        db.getConfig(SqlStatements.class).setSqlLogger(fate);
        try {
            Hub hub = new Hub(parts(db, fate));
            try {
                hub.start();
                platforms.keySet().forEach(hub::connected);
                speak(hub, messages);
                await(hub, fate);
            } finally {
                hub.close();
            }
        } catch (Fate.Death e) {
            assertThat(fate.death()).isDone();
        } finally {
            db.close();
            time.forget();
        }
        unacknowledged.removeIf(brought -> brought.durable().isDone());
        deaths += fate.death().isDone() ? 1 : 0;
        return fate.death().isDone();
    }

    /** Everything stands where it must, in order; what stands twice was flagged, and is no more than the deaths explain. */
    void check() {
        Set<String> flagged = new HashSet<>(reads("select ref from parrot_delivered where ambiguous = 1"));
        List<String> receipts = reads("select ref from parrot_delivered");
        List<String> expected = new ArrayList<>();
        int doubled = 0;
        for (RoomId source : said.keySet()) {
            RoomId room = echo.opposite(source);
            List<String> stands = stands(room);
            List<String> due = IntStream.range(0, said.getOrDefault(source, 0))
                    .mapToObj(String::valueOf)
                    .toList();
            due.forEach(text -> expected.add(Echo.ref(room, text)));
            if (room.platform().equals(SETTLING)) {
                assertThat(stands).as(room.toString()).containsExactlyElementsOf(due);
            }
            assertThat(stands.stream().distinct()).as(room.toString()).containsExactlyElementsOf(due);
            List<String> again = new ArrayList<>(stands);
            due.forEach(again::remove);
            assertThat(again).allMatch(text -> flagged.contains(Echo.ref(room, text)));
            doubled += again.size();
        }
        assertThat(doubled).isLessThanOrEqualTo(DOUBLED_A_DEATH * deaths);
        assertThat(receipts).as("one receipt each").containsExactlyInAnyOrderElementsOf(expected);
    }

    private List<String> stands(RoomId room) {
        PlayedPlatform platform = platforms.get(room.platform());
        return platform == null
                ? List.of()
                : platform.room(room).stream().map(PlayedPlatform.Line::text).toList();
    }

    private Parts parts(Handle db, Fate fate) {
        return new Parts(
                new Store(db, Sqlite::outOfRoom),
                List.of(echo),
                List.of(),
                List.copyOf(platforms.values().stream()
                        .map(platform -> FrailPlatform.to(platform, fate))
                        .toList()),
                new Parts.Nature(time, time, new Random(1)),
                HubSettings.defaults());
    }

    /** Brings what no hub has acknowledged, and then what is said now. */
    private void speak(Hub hub, int messages) {
        List<RoomId> rooms = List.copyOf(said.keySet());
        Deque<Brought> bring = new ArrayDeque<>();
        unacknowledged.forEach(brought -> bring.add(new Brought(brought.posted(), hub.accept(brought.posted()))));
        for (int i = 0; i < messages; i++) {
            MessagePosted posted = says(rooms.get(random.nextInt(rooms.size())));
            bring.add(new Brought(posted, hub.accept(posted)));
        }
        unacknowledged.clear();
        unacknowledged.addAll(bring);
    }

    private MessagePosted says(RoomId room) {
        int number = said.merge(room, 1, Integer::sum) - 1;
        Speaker ann = new Speaker(new AuthorId(room.platform(), "ann"), "ann", null, Standing.FAN, false, null);
        MessageId message = new MessageId(room, "s" + number);
        return new MessagePosted(
                new Key(room.platform(), message.toString(), ""),
                message,
                ann,
                Text.of(String.valueOf(number)),
                List.of(),
                null,
                World.START);
    }

    private static void await(Hub hub, Fate fate) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            CompletableFuture<Boolean> calm = hub.waiting().thenApply(Map::isEmpty);
            CompletableFuture.anyOf(calm, fate.death())
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
            if (fate.death().isDone() || calm.join()) {
                return;
            }
            LockSupport.parkNanos(100_000);
        }
        throw new IllegalStateException("still moving: " + hub.waiting().join());
    }

    private List<String> reads(String query) {
        try (Handle db = open()) {
            return db.createQuery(query).mapTo(String.class).list();
        }
    }

    /** The machine stays up when a process dies, so that nothing here needs to be synced. */
    private Handle open() {
        return Jdbi.create("jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=OFF")
                .open();
    }

    /** A message as its platform brought it to a hub. */
    private record Brought(MessagePosted posted, CompletableFuture<Void> durable) {}
}
