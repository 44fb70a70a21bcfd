package lyceum.program.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.hub.Hub;
import lyceum.hub.HubSettings;
import lyceum.hub.Parts;
import lyceum.hub.Store;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.person.Language;
import lyceum.scheduler.certificate.Signer;
import lyceum.scheduler.classes.Classes;
import lyceum.scheduler.classes.ClassesSettings;
import lyceum.scheduler.clock.QuartzAlarm;
import lyceum.sqlite.Sqlite;

/** A hub with classes alone, whose platform is a stop watch and whose clock can be put forward. */
record ReminderHub(Hub hub, StopWatchPlatform platform, QuartzAlarm alarm, AtomicLong ahead) implements AutoCloseable {
    static ReminderHub start(Sqlite sqlite) {
        AtomicLong ahead = new AtomicLong();
        InstantSource clock = () -> Instant.now().plusMillis(ahead.get());
        StopWatchPlatform platform = new StopWatchPlatform(clock);
        QuartzAlarm alarm = QuartzAlarm.start();
        ClassesSettings settings = new ClassesSettings("bench", List.of(), Language.EN, Map.of(), Map.of());
        Hub hub = new Hub(new Parts(
                new Store(sqlite.writer(), Sqlite::outOfRoom),
                List.of(new Classes(settings, Signer.of(key()), (_, _, _) -> List.of())),
                List.of(),
                List.of(platform),
                new Parts.Nature(clock, alarm, new Random(1)),
                HubSettings.defaults()));
        hub.start();
        hub.connected(platform.name());
        hub.accept(new TimerFired("classes:due", "", clock.instant(), false)).join();
        return new ReminderHub(hub, platform, alarm, ahead);
    }

    /** Somebody puts the clock forward. */
    void jumps(Duration by) {
        ahead.addAndGet(by.toMillis());
        hub.clockWasSet();
    }

    @Override
    public void close() {
        hub.close();
        alarm.close();
    }

    private static Path key() {
        try {
            return Files.createTempDirectory("lyceum-key-").resolve("key");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
