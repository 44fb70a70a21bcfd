package lyceum.program;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import lyceum.kernel.clock.Alarm;
import lyceum.kernel.document.Block;
import lyceum.kernel.event.Answer.Resolved;
import lyceum.kernel.event.Event;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.platform.Fetches;
import lyceum.kernel.platform.Files;
import lyceum.kernel.platform.Platform;
import lyceum.moderation.Fingerprint;
import lyceum.moderation.Gate.Unseen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the bytes of the files that people send, beside everything else, and tells the gate by what they are known again. */
final class FileLooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileLooks.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** Larger ones are not fetched. */
    private static final long MOST = 8 << 20;

    private final Map<PlatformName, Platform> platforms = new HashMap<>();
    private final Files files = new Files();
    private final Needs needs;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * What it needs of the hub.
     *
     * @param unseen what nobody has looked at
     * @param hub hears what was seen; complete when that is durable
     */
    record Needs(Supplier<List<Unseen>> unseen, Function<Event, CompletableFuture<Void>> hub, Alarm alarm) {}

    FileLooks(List<Platform> platforms, Needs needs) {
        this.needs = needs;
        for (Platform platform : platforms) {
            if (platform instanceof Fetches source) {
                this.platforms.put(platform.name(), platform);
                files.from(platform.name(), source);
            }
        }
    }

    /** Looks now and again as long as the alarm is open. */
    void watch() {
        needs.alarm()
                .after(
                        BETWEEN_LOOKS,
                        () -> Thread.ofVirtual().name("file-looks").start(() -> {
                            look();
                            if (!closed) {
                                watch();
                            }
                        }));
    }

    void look() {
        try {
            for (Unseen each : needs.unseen().get()) {
                if (!closed && isConnected(each) && told.add(each.question())) {
                    tell(each);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("files could not be looked at: {}", e.getClass().getSimpleName());
        }
    }

    private boolean isConnected(Unseen file) {
        Platform platform = platforms.get(new PlatformName(file.bytes().replaceFirst(":.*", "")));
        return platform == null || platform.health().up();
    }

    private void tell(Unseen file) {
        String seen = files.fetch(new Block.File("", 0, file.bytes()), MOST)
                .map(bytes -> Fingerprint.of(bytes).toString())
                .orElse("");
        var _ = needs.hub()
                .apply(new Resolved(file.question(), seen))
                .whenComplete((_, _) -> told.remove(file.question()));
    }

    @Override
    public void close() {
        closed = true;
    }
}
