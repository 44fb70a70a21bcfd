package lyceum.program.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.Settles;
import org.jspecify.annotations.Nullable;

/** A platform that only notes when each reminder was handed to it. */
final class StopWatchPlatform implements Platform, Settles {
    private static final String REF = "classes:r:";

    private final InstantSource clock;
    private final Map<Long, Instant> handed = new ConcurrentHashMap<>();

    StopWatchPlatform(InstantSource clock) {
        this.clock = clock;
    }

    /** When each was handed over; waits until there are so many, as long as patience lasts. */
    Map<Long, Instant> handed(int count, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (handed.size() < count && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
        return Map.copyOf(handed);
    }

    @Override
    public PlatformName name() {
        return new PlatformName("discord");
    }

    @Override
    public void start(Inbox inbox) {}

    @Override
    public List<Post> fit(Post post) {
        return List.of(post);
    }

    @Override
    public Outcome post(Post post, Nonce nonce) {
        if (post.ref().startsWith(REF)) {
            handed.putIfAbsent(Long.valueOf(post.ref().substring(REF.length())), clock.instant());
        }
        return Outcome.Done.of(new MessageId(post.room(), nonce.value()));
    }

    @Override
    public List<Optional<MessageId>> settle(RoomId room, @Nullable MessageId after, List<Attempt> unclear) {
        return unclear.stream().map(_ -> Optional.<MessageId>empty()).toList();
    }

    @Override
    public Health health() {
        return new Health(true, Text.EMPTY);
    }

    @Override
    public void close() {}
}
