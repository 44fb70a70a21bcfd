package lyceum.program.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import lyceum.community.qna.Qna;
import lyceum.community.qna.QnaSettings;
import lyceum.community.qna.QnaSettings.Talk;
import lyceum.community.qna.QuestionScorer;
import lyceum.hub.Hub;
import lyceum.hub.HubSettings;
import lyceum.hub.Parts;
import lyceum.hub.Store;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.program.bench.WallTalk.Merged;
import lyceum.program.bench.WallTalk.Said;
import lyceum.scheduler.clock.QuartzAlarm;
import lyceum.sqlite.Sqlite;
import org.jdbi.v3.core.Jdbi;

/**
 * A live class that writes ten thousand lines in a minute on three platforms, one in eight of them a question for its wall. Of
 * the hub's features questions and answers are there alone. A card is up once it can be read in the table that the wall is drawn from.
 */
final class WallBench implements Bench {
    private static final int LINES = 10_000;
    private static final Duration WHILE = Duration.ofMinutes(1);
    private static final long LOOK = Duration.ofMillis(20).toNanos();
    /** Lines until the hub has warmed up: their cards count, their waits do not. */
    private static final int WARM = 1_500;

    private static final long SEED = 8;

    private final Map<String, Long> at = new ConcurrentHashMap<>();
    private final Map<String, Said> said = new ConcurrentHashMap<>();
    private final Map<Long, List<Said>> cards = new HashMap<>();
    private final List<Double> waits = new ArrayList<>();
    private long read;

    @Override
    public String name() {
        return "wall";
    }

    @Override
    public List<String> prints() {
        return List.of(
                "wall.lines",
                "wall.heard",
                "wall.asked",
                "wall.found",
                "wall.cards",
                "wall.precision",
                "wall.recall",
                "wall.precision.words",
                "wall.recall.words",
                "wall.up.p50",
                "wall.up.p99",
                "wall.up.longest");
    }

    @Override
    public void run(Figures out) throws IOException, InterruptedException {
        QuartzAlarm alarm = QuartzAlarm.start();
        Path file = Files.createTempDirectory("lyceum-wall-").resolve("lyceum.db");
        try (Sqlite sqlite = Sqlite.open(file)) {
            sqlite.writer()
                    .execute(
                            "insert into qna_wall (id, talk, opened) values (1, 'class', ?)",
                            System.currentTimeMillis());
            try (Hub hub = hub(sqlite, alarm)) {
                replay(hub, sqlite.readers(), out);
            }
        } finally {
            alarm.close();
        }
    }

    private static Hub hub(Sqlite sqlite, QuartzAlarm alarm) {
        List<RoomId> rooms =
                Stream.of("discord", "telegram", "twitch").map(WallBench::room).toList();
        QnaSettings settings =
                new QnaSettings(List.of(new Talk("class", rooms)), Language.EN, Map.of(), ZoneOffset.UTC, Set.of());
        QuestionScorer scorer = new QuestionScorer(_ -> List.of());
        scorer.load();
        InstantSource clock = InstantSource.system();
        StopWatchPlatform platform = new StopWatchPlatform(clock);
        Hub hub = new Hub(new Parts(
                new Store(sqlite.writer(), Sqlite::outOfRoom),
                List.of(new Qna(settings, _ -> List.of(), (_, message) -> message)),
                List.of(scorer),
                List.of(platform),
                new Parts.Nature(clock, alarm, new Random(1)),
                HubSettings.defaults()));
        hub.start();
        hub.connected(platform.name());
        return hub;
    }

    private static RoomId room(String platform) {
        return new RoomId(new PlatformName(platform), "class");
    }

    private void replay(Hub hub, Jdbi readers, Figures out) throws InterruptedException {
        List<Said> lines = new WallTalk(SEED).lines(LINES);
        CountDownLatch left = new CountDownLatch(LINES);
        long start = System.nanoTime();
        Thread.ofPlatform().daemon().start(() -> {
            for (int line = 0; line < LINES; line++) {
                LockSupport.parkNanos(start + line * (WHILE.toNanos() / LINES) - System.nanoTime());
                var _ = hub.accept(posted(lines.get(line), line)).thenRun(left::countDown);
            }
        });
        while (!left.await(LOOK, TimeUnit.NANOSECONDS)) {
            look(readers);
        }
        look(readers);
        out.count("wall.lines", LINES);
        out.number("wall.heard", (System.nanoTime() - start) / 1e9, "s");
        figures(lines, out);
    }

    private MessagePosted posted(Said line, int number) {
        PlatformName platform = new PlatformName(line.platform());
        AuthorId who = new AuthorId(platform, line.who());
        said.put(who.toString(), line);
        if (number >= WARM) {
            at.put(who.toString(), System.nanoTime());
        }
        String id = String.valueOf(number);
        return new MessagePosted(
                new Key(platform, id, ""),
                new MessageId(room(line.platform()), id),
                new Speaker(who, line.who(), null, Standing.FAN, false, null),
                Text.of(line.text()),
                List.of(),
                null,
                Instant.now());
    }

    /** Notes who stands on which card since the last look. */
    private void look(Jdbi readers) {
        readers.useHandle(db -> db.createQuery(
                        "select rowid as place, card, voter from qna_vote where rowid > ? order by rowid")
                .bind(0, read)
                .map((row, _) -> {
                    read = row.getLong("place");
                    String voter = row.getString("voter");
                    cards.computeIfAbsent(row.getLong("card"), _ -> new ArrayList<>())
                            .add(said.get(voter));
                    Long then = at.get(voter);
                    if (then != null) {
                        waits.add((System.nanoTime() - then) / 1e6);
                    }
                    return read;
                })
                .list());
    }

    private void figures(List<Said> lines, Figures out) {
        List<List<Said>> found = List.copyOf(cards.values());
        Merged all = Merged.of(lines, found);
        Merged words = Merged.inOtherWords(lines, found);
        waits.sort(null);
        out.count(
                "wall.asked",
                lines.stream().filter(each -> each.question() >= 0).count());
        out.count(
                "wall.found",
                found.stream()
                        .flatMap(List::stream)
                        .filter(each -> each.question() >= 0)
                        .count());
        out.count("wall.cards", found.size());
        out.number("wall.precision", all.precision(), "share");
        out.number("wall.recall", all.recall(), "share");
        out.number("wall.precision.words", words.precision(), "share");
        out.number("wall.recall.words", words.recall(), "share");
        out.number("wall.up.p50", waits.get(waits.size() / 2), "ms");
        out.number("wall.up.p99", waits.get(waits.size() * 99 / 100), "ms");
        out.number("wall.up.longest", waits.getLast(), "ms");
    }
}
