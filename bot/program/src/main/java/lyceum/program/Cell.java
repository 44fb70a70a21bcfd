package lyceum.program;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import lyceum.hub.Hub;
import lyceum.hub.Parts;
import lyceum.hub.Store;
import lyceum.kernel.clock.Alarm;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Menus;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.program.settings.HubSettings;
import lyceum.scheduler.clock.QuartzAlarm;
import lyceum.sqlite.NewerDatabase;
import lyceum.sqlite.Sqlite;
import lyceum.telegram.TelegramSettings.Pace;
import lyceum.web.Gauge;
import lyceum.web.Status;
import lyceum.web.WebServer;

/** One community at work: its database, its hub, its platforms and its status page. */
final class Cell implements AutoCloseable {
    private final HubSettings settings;
    private final Wiring wiring;
    private final Opened open = new Opened();
    private final Hub hub;
    private final URI console;

    private Cell(HubSettings settings, Surroundings around) throws Refusal, IOException {
        this.settings = settings;
        this.wiring = new Wiring(settings);
        try {
            List<Feature> features = wiring.features(around.folder().path());
            List<Platform> platforms = wiring.platforms(around.clock(), around.pace());
            platforms.forEach(platform -> open.add(platform::close));
            Sqlite sqlite = open.add(open(around.folder()));
            Alarm alarm = open.add(QuartzAlarm.start());
            Parts.Nature nature = new Parts.Nature(around.clock(), alarm, new SecureRandom());
            Store store = new Store(sqlite.writer(), Sqlite::outOfRoom);
            hub = open.add(new Hub(new Parts(store, features, wiring.scorers(), platforms, nature, wiring.hub())));
            hub.start();
            console = open.add(serve(platforms)).address();
            connect(platforms, commands(features));
        } catch (Refusal | IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * What a cell finds outside its settings.
     *
     * @param pace at which it may speak on Telegram
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

    URI console() {
        return console;
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

    private WebServer serve(List<Platform> platforms) throws IOException, Refusal {
        Map<PlatformName, Supplier<Health>> health = new LinkedHashMap<>();
        platforms.forEach(platform -> health.put(platform.name(), platform::health));
        List<Gauge> gauges = new ArrayList<>();
        hub.figures().counters().keySet().forEach(name -> gauges.add(gauge(name)));
        gauges.add(Gauge.level(
                "lyceum_out_of_room",
                Phrase.of("running.figure-out-of-room"),
                () -> hub.figures().outOfRoom() ? 1 : 0));
        try {
            return new WebServer(
                    settings.web(), new Status(settings.community().name(), health, gauges), wiring.phrases());
        } catch (BindException e) {
            throw new Refusal("running.port-busy", String.valueOf(settings.web().port()));
        }
    }

    private Gauge gauge(String name) {
        Phrase label = Phrase.of("running.figure-" + name.replace('_', '-'));
        java.util.function.DoubleSupplier value = () -> hub.figures().counters().getOrDefault(name, 0L);
        return name.equals("waiting")
                ? Gauge.level("lyceum_" + name, label, value)
                : Gauge.counter("lyceum_" + name + "_total", label, value);
    }

    private static List<Command> commands(List<Feature> features) {
        return features.stream().flatMap(feature -> feature.commands().stream()).toList();
    }

    private void connect(List<Platform> platforms, List<Command> commands) throws Refusal {
        List<FutureTask<Void>> connections = new ArrayList<>();
        for (Platform platform : platforms) {
            FutureTask<Void> connection = new FutureTask<>(() -> {
                start(platform, commands);
                return null;
            });
            Thread.ofVirtual().name("connect-" + platform.name()).start(connection);
            connections.add(connection);
        }
        for (FutureTask<Void> connection : connections) {
            await(connection);
        }
    }

    private void start(Platform platform, List<Command> commands) throws PlatformRefused {
        platform.start(hub);
        hub.connected(platform.name());
        if (platform instanceof Menus menus) {
            menus.publish(commands);
        }
    }

    private static void await(FutureTask<Void> connection) throws Refusal {
        try {
            connection.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PlatformRefused refused) {
                throw new Refusal("running.platform-refused", String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException("a platform does not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while connecting", e);
        }
    }
}
