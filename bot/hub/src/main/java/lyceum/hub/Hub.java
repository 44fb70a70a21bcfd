package lyceum.hub;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Page;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Platform;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub of one community: hears, decides, keeps, and only then does. Platforms are started after {@link #start} and
 * closed after {@link #close}, by whoever made them: so requests under way still end, and what is heard meanwhile is refused and
 * comes again.
 */
public final class Hub implements Inbox, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(3);

    private final Figures figures = new Figures();
    private final RoomNames names = new RoomNames();
    private final LinkedBlockingQueue<Work> work = new LinkedBlockingQueue<>();
    private final Courier courier;
    private final Scoring scoring;
    private final Tables tables;
    private final Shell shell;
    private final Decider decider;
    private final Lane lane;
    private volatile boolean closed;

    /** Nothing moves before {@link #start}. */
    public Hub(Parts parts) {
        Handle db = parts.store().writer();
        this.tables = Tables.of(db);
        this.scoring = new Scoring(parts.scorers());
        this.courier =
                new Courier(parts.platforms(), installation(db, parts.nature().chance()));
        this.shell = new Shell(tables, courier, new Merging(parts.features(), courier), parts.nature(), work::add);
        this.decider = new Decider(parts, tables, courier, shell, new Decider.Known(figures, scoring, names));
        this.lane = new Lane(work, parts, tables, shell, decider, new Upkeep(parts, tables.timers(), figures, work));
    }

    /** Takes up what an earlier process left undone, and begins to decide. */
    public void start() {
        lane.first((batch, now) -> {
            decider.prepare(now);
            warn(shell.takeUp(batch, now), batch);
        });
        lane.start();
    }

    /**
     * Goes through made-up events as if they were heard, for as long as {@code time}, and forgets all of it. Before {@link #start}.
     */
    public void rehearse(List<Event> events, Duration time) {
        lane.rehearse(
                events.stream()
                        .map(event -> new Work.Heard(
                                event,
                                CompletableFuture.completedFuture(scoring.all(event)),
                                new CompletableFuture<>()))
                        .toList(),
                time);
    }

    /** A platform has started: from now on the hub posts to it. */
    public void connected(PlatformName platform) {
        courier.connected(platform);
    }

    @Override
    public CompletableFuture<Void> accept(Event event) {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        if (closed) {
            durable.completeExceptionally(new RejectedExecutionException("the hub is stopping"));
        } else {
            work.add(new Work.Heard(event, scoring.score(event), durable));
        }
        return durable;
    }

    @Override
    public Optional<MessageId> newest(RoomId room) {
        return tables.journal().newest(room);
    }

    public Figures figures() {
        return figures;
    }

    /**
     * What the hub shows of itself in the console.
     *
     * @param shown the platforms whose state is of interest
     * @param zone in which times are written
     */
    public List<Page> pages(List<Platform> shown, ZoneId zone, Phrases phrases) {
        Words words = new Words(zone, new Plain(phrases));
        Codec codec = new Codec();
        return HubPages.of(
                new Overview(shown, figures),
                new RoomsPage(names, words, codec),
                new OutboxPage(names, words, codec),
                new LettersPage(words, codec));
    }

    /** What waits for each lane out where anything waits, after all that was accepted before. */
    public CompletableFuture<Map<String, Waiting>> waiting() {
        CompletableFuture<Map<String, Waiting>> seen = new CompletableFuture<>();
        work.add(new Work.Look(seen));
        return seen;
    }

    /** The clock was set, rather than ran on: timers are looked at anew. */
    public void clockWasSet() {
        work.add(new Work.Rang());
        shell.clockWasSet();
    }

    /** Looks for what only a human can mend, and tells the moderators. To be called now and then by whoever runs the hub. */
    public void watch() {
        work.add(new Work.Watching());
    }

    /** Lets the feature that failed on a dead letter hear it again; completes with whether it succeeded now. */
    public CompletableFuture<Boolean> replay(long deadLetter) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        work.add(new Work.Replay(deadLetter, done));
        return done;
    }

    /** Waits for requests under way, for a few seconds at most, and for the commit of all that was heard. */
    @Override
    public void close() {
        closed = true;
        try {
            shell.stop(LAST_REQUESTS);
            lane.stop();
        } catch (InterruptedException e) {
            LOG.warn("interrupted while stopping");
            Thread.currentThread().interrupt();
        }
        scoring.close();
    }

    private void warn(List<Row> doubtful, Batch batch) {
        Map<String, Long> perLane =
                new TreeMap<>(doubtful.stream().collect(Collectors.groupingBy(Row::lane, Collectors.counting())));
        perLane.forEach((room, count) -> {
            LOG.warn("{} messages to {} may stand twice: the hub was cut off before their receipts", count, room);
            decider.alert(Phrase.of("hub.maybe-twice", String.valueOf(count), room), batch);
        });
    }

    private static String installation(Handle db, RandomGenerator chance) {
        Optional<String> known = db.createQuery("select id from hub_installation")
                .mapTo(String.class)
                .findOne();
        if (known.isPresent()) {
            return known.get();
        }
        byte[] id = new byte[16];
        chance.nextBytes(id);
        String hex = HexFormat.of().formatHex(id);
        db.createUpdate("insert into hub_installation (id) values (:id)")
                .bind("id", hex)
                .execute();
        return hex;
    }
}
