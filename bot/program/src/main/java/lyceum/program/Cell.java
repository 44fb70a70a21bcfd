package lyceum.program;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import lyceum.community.giveaways.Giveaways;
import lyceum.hub.Completing;
import lyceum.hub.Hub;
import lyceum.hub.Parts;
import lyceum.hub.Store;
import lyceum.hub.TypingAlong;
import lyceum.kernel.clock.Alarm;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Completes;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Menus;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.kernel.platform.Suggestions;
import lyceum.moderation.Gate;
import lyceum.program.settings.HubSettings;
import lyceum.scheduler.clock.QuartzAlarm;
import lyceum.sqlite.NewerDatabase;
import lyceum.sqlite.Sqlite;
import lyceum.telegram.TelegramSettings.Pace;
import lyceum.web.CalendarSite;
import lyceum.web.Gauge;
import lyceum.web.Site;
import lyceum.web.Status;
import lyceum.web.StatusSite;
import lyceum.web.WebServer;
import lyceum.web.console.Console;
import lyceum.web.console.Contents;
import lyceum.web.hooks.HookSite;
import lyceum.web.hooks.HookSite.Clocks;
import lyceum.web.open.Offered;
import lyceum.web.open.OpenSite;
import lyceum.web.open.OverlaySite;
import lyceum.web.room.Room;
import lyceum.web.room.RoomLog;
import org.jdbi.v3.core.Jdbi;

/** One community at work: its database, its hub, its platforms and its status page. */
final class Cell implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    private static final Duration REHEARSAL = Duration.ofMillis(300);
    private static final Duration INVITED = Duration.ofDays(1);

    private final HubSettings settings;
    private final Wiring wiring;
    private final Opened open = new Opened();
    private final Hub hub;
    private final Console door;
    private final URI console;
    private final Optional<Room> room;

    private Cell(HubSettings settings, Surroundings around) throws Refusal, IOException {
        this.settings = settings;
        FollowingIndex index = open.add(new FollowingIndex(around.folder().path()));
        this.wiring = new Wiring(settings, index);
        LateInbox inbox = open.add(new LateInbox());
        try {
            Thread.ofPlatform().name("rules").daemon().start(wiring::load);
            door = new Console(InstantSource.system(), around.clock(), Wiring::alone);
            Path file = around.folder().path().resolve("lyceum.db");
            room = wiring.room(
                    new RoomLog(() -> inbox.afterOpening(Sqlite.readers(file)::open)),
                    KeyFile.at(around.folder().path().resolve("room.key")),
                    around.clock());
            CalendarBooks calendars = wiring.calendars(around.folder().path(), around.clock());
            List<Feature> features = wiring.features(
                    door.feature(), room, calendars, around.folder().path());
            List<Platform> platforms = new ArrayList<>(wiring.platforms(
                    around.clock(), around.pace(), around.folder().path()));
            room.ifPresent(platforms::add);
            platforms.forEach(platform -> open.add(platform::close));
            List<Platform> all = new ArrayList<>(platforms);
            all.add(door.platform());
            Completing.Reading committed = new Completing.Reading() {
                @Override
                public <T> T with(Function<ReadTx, T> reader) {
                    Jdbi readers = inbox.afterOpening(() -> Sqlite.readers(file));
                    return read(around.clock(), readers, reader);
                }
            };
            Completing completing = new Completing(features, committed);
            wiring.typing(platforms, committed, around.clock()).ifPresent(TypingAlong::begin);
            List<FutureTask<Void>> connections = connect(all, new Offering(commands(features), completing), inbox);
            Sqlite sqlite = open.add(open(around.folder()));
            Alarm alarm = open.add(QuartzAlarm.start());
            Parts.Nature nature = new Parts.Nature(around.clock(), alarm, new SecureRandom());
            Store store = new Store(sqlite.writer(), Sqlite::outOfRoom);
            hub = open.add(new Hub(new Parts(store, features, wiring.scorers(), all, nature, wiring.hub())));
            hub.rehearse(wiring.rehearsal(around.clock().instant()), REHEARSAL);
            hub.start();
            index.follow(sqlite.readers());
            FaqExport pages = new FaqExport(around.folder().path());
            watch(alarm, () -> pages.follow(sqlite.readers()));
            inbox.opens(hub);
            Nearby nearby = new Nearby(around.clock(), sqlite.readers(), alarm);
            relays(features, nearby);
            looks(features, platforms, nearby);
            Contents contents = contents(around.clock(), sqlite.readers(), wiring.pages(hub, features, platforms));
            Offered offered = offered(around.clock(), sqlite.readers(), features);
            List<Site> sites = List.of(
                    door.site(contents),
                    new CalendarSite(calendars::all, calendars::of),
                    new OpenSite(offered),
                    new OverlaySite(offered));
            Clocks clocks = new Clocks(InstantSource.system(), around.clock());
            console = open.add(serve(platforms, sites, clocks)).address();
            URI address = settings.web().publicUrl().orElse(console);
            wiring.standsAt(address);
            door.standsAt(address);
            room.ifPresent(live -> live.standsAt(address));
            calendars.open(sqlite.readers(), address);
            await(connections);
        } catch (Refusal | IOException | RuntimeException e) {
            inbox.close(); // first: platforms that wait for the hub would hold up their own end
            close();
            throw e;
        }
    }

    /**
     * What a cell finds outside its settings.
     *
     * @param pace at which it may speak on Telegram and Twitch
     */
    record Surroundings(DataFolder folder, InstantSource clock, Pace pace) {}

    /**
     * Opens everything and connects; returns when every platform hears and can be posted to.
     *
     * @throws Refusal what must be put right first
     */
    static Cell start(HubSettings settings, Surroundings around) throws Refusal, IOException {
        return new Cell(settings, around);
    }

    URI invitation() {
        return invitation(wiring.creator());
    }

    /** A link that signs in the creator, once. */
    URI invitation(String name) {
        AuthorId account = new AuthorId(door.platform().name(), "creator");
        return door.invite(new Speaker(account, name, null, Standing.CREATOR, false, null), INVITED);
    }

    URI console() {
        return console;
    }

    /** The live rooms, where there are any. */
    Optional<Room> room() {
        return room;
    }

    Hub hub() {
        return hub;
    }

    @Override
    public void close() {
        open.close();
    }

    private static Sqlite open(DataFolder folder) throws Refusal {
        try {
            return Sqlite.open(folder.path().resolve("lyceum.db"));
        } catch (NewerDatabase e) {
            throw new Refusal("running.newer-database", folder.path().toString());
        }
    }

    private Contents contents(InstantSource clock, Jdbi readers, List<Page> pages) {
        Contents.Reading reading =
                (page, query) -> read(clock, readers, tx -> page.view().of(query, tx));
        return new Contents(settings.community().name(), pages, reading, wiring.phrases(), hub.figures()::commits);
    }

    private Offered offered(InstantSource clock, Jdbi readers, List<Feature> features) {
        Offered.Reading reading = new Offered.Reading() {
            @Override
            public <T> T with(Function<ReadTx, T> reader) {
                return read(clock, readers, reader);
            }
        };
        return new Offered(
                settings.community().name(),
                features.stream().flatMap(each -> each.openPages().stream()).toList(),
                features.stream().flatMap(each -> each.overlays().stream()).toList(),
                reading,
                wiring.phrases(),
                hub.figures()::commits);
    }

    /** What is committed, and nothing of later commits. */
    private static <T> T read(InstantSource clock, Jdbi readers, Function<ReadTx, T> reader) {
        return readers.withHandle(read -> {
            read.execute("begin");
            try {
                return reader.apply(new ReadTx(read, clock.instant()));
            } finally {
                read.execute("rollback");
            }
        });
    }

    private record Nearby(InstantSource clock, Jdbi readers, Alarm alarm) {
        <T> Supplier<T> reading(Function<ReadTx, T> reader) {
            return () -> read(clock, readers, reader);
        }
    }

    private void relays(List<Feature> features, Nearby nearby) {
        for (Feature feature : features) {
            if (feature instanceof Giveaways giveaways) {
                Relays.Needs needs = new Relays.Needs(nearby.reading(giveaways::awaited), this::tell, nearby.alarm());
                open.add(new Relays(settings.draws().relays(), nearby.clock(), needs))
                        .watch();
            }
        }
    }

    private void looks(List<Feature> features, List<Platform> platforms, Nearby nearby) {
        for (Feature feature : features) {
            if (feature instanceof Gate gate) {
                FileLooks.Needs needs = new FileLooks.Needs(nearby.reading(gate::unseen), hub::accept, nearby.alarm());
                open.add(new FileLooks(platforms, needs)).watch();
            }
        }
    }

    private void tell(Event event) {
        var _ = hub.accept(event);
    }

    private WebServer serve(List<Platform> platforms, List<Site> pages, Clocks clocks) throws IOException, Refusal {
        Map<PlatformName, Supplier<Health>> health = new LinkedHashMap<>();
        platforms.forEach(platform -> health.put(platform.name(), platform::health));
        List<Gauge> gauges = new ArrayList<>();
        hub.figures().counters().keySet().forEach(name -> gauges.add(gauge(name)));
        gauges.add(Gauge.level(
                "lyceum_out_of_room",
                Phrase.of("running.figure-out-of-room"),
                () -> hub.figures().outOfRoom() ? 1 : 0));
        try {
            Status status = new Status(settings.community().name(), health, gauges);
            List<Site> sites = new ArrayList<>(pages);
            room.ifPresent(live -> sites.add(live.site()));
            settings.hooks()
                    .ifPresent(hooks -> sites.add(new HookSite(hooks.settings(), clocks, hub, wiring.phrases())));
            sites.add(new StatusSite(status, wiring.phrases()));
            return new WebServer(settings.web(), sites);
        } catch (BindException e) {
            int taken = settings.web().port();
            throw new Refusal("running.port-busy", String.valueOf(taken), String.valueOf(Ports.freeRow(taken + 1, 1)));
        }
    }

    private Gauge gauge(String name) {
        Phrase label = Phrase.of("running.figure-" + name.replace('_', '-'));
        java.util.function.DoubleSupplier value = () -> hub.figures().counters().getOrDefault(name, 0L);
        return name.equals("waiting")
                ? Gauge.level("lyceum_" + name, label, value)
                : Gauge.counter("lyceum_" + name + "_total", label, value);
    }

    /** Once and again, as long as the alarm is open. */
    private void watch(Alarm alarm, Runnable pages) {
        alarm.after(BETWEEN_LOOKS, () -> {
            hub.watch();
            Thread.ofVirtual().name("public-pages").start(pages);
            watch(alarm, pages);
        });
    }

    private static List<Command> commands(List<Feature> features) {
        return features.stream().flatMap(feature -> feature.commands().stream()).toList();
    }

    /** What platforms show to those who type. */
    private record Offering(List<Command> commands, Suggestions suggestions) {}

    private static List<FutureTask<Void>> connect(List<Platform> platforms, Offering offering, LateInbox inbox) {
        List<FutureTask<Void>> connections = new ArrayList<>();
        for (Platform platform : platforms) {
            FutureTask<Void> connection = new FutureTask<>(() -> {
                start(platform, offering, inbox);
                return null;
            });
            Thread.ofVirtual().name("connect-" + platform.name()).start(connection);
            connections.add(connection);
        }
        return connections;
    }

    private static void start(Platform platform, Offering offering, LateInbox inbox) throws PlatformRefused {
        if (platform instanceof Completes completes) {
            completes.completeFrom(offering.suggestions());
        }
        platform.start(inbox);
        inbox.hub().connected(platform.name());
        if (platform instanceof Menus menus) {
            menus.publish(offering.commands());
        }
    }

    private static void await(List<FutureTask<Void>> connections) throws Refusal {
        for (FutureTask<Void> connection : connections) {
            await(connection);
        }
    }

    private static void await(FutureTask<Void> connection) throws Refusal {
        try {
            connection.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PlatformRefused refused) {
                throw new Refusal("running.platform-refused", refused.why());
            }
            throw new IllegalStateException("a platform does not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while connecting", e);
        }
    }
}
