package lyceum.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.HearsTyping;
import lyceum.kernel.platform.HearsTyping.Typist;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.ShowsTyping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows in the joined rooms that somebody types. It goes past the lane and is kept nowhere: a moment later it means nothing. A room is
 * told once in some seconds, and never while it has not answered, so that a crowd that types costs no more than one person.
 */
public final class TypingAlong {
    private static final Logger LOG = LoggerFactory.getLogger(TypingAlong.class);
    /** Telegram shows it for five seconds, Discord for ten. */
    private static final Duration BETWEEN = Duration.ofSeconds(4);

    private final List<List<RoomId>> joined;
    private final Predicate<AuthorId> relayed;
    private final InstantSource clock;
    private final Map<PlatformName, ShowsTyping> shows = new ConcurrentHashMap<>();
    private final List<HearsTyping> hears = new ArrayList<>();
    private final Map<RoomId, Instant> shown = new ConcurrentHashMap<>();
    private final Set<RoomId> busy = ConcurrentHashMap.newKeySet();

    /**
     * @param joined rooms that read each other
     * @param relayed whether an account's words may be read elsewhere; may block
     */
    public TypingAlong(
            List<Platform> platforms, List<List<RoomId>> joined, Predicate<AuthorId> relayed, InstantSource clock) {
        this.joined = joined;
        this.relayed = relayed;
        this.clock = clock;
        for (Platform platform : platforms) {
            if (platform instanceof ShowsTyping able) {
                shows.put(platform.name(), able);
            }
            if (platform instanceof HearsTyping able) {
                hears.add(able);
            }
        }
    }

    /** From now on; before the platforms start. */
    public void begin() {
        hears.forEach(platform -> platform.typingTo(this::typing));
    }

    /** Returns at once. Any thread. */
    private void typing(Typist typist) {
        joined.stream()
                .filter(rooms -> rooms.contains(typist.room()))
                .flatMap(List::stream)
                .filter(room -> !room.equals(typist.room()))
                .forEach(room -> along(room, typist));
    }

    private void along(RoomId room, Typist typist) {
        ShowsTyping platform = shows.get(room.platform());
        if (platform != null && busy.add(room)) {
            Thread.ofVirtual().name("typing-" + room).start(() -> show(platform, room, typist));
        }
    }

    private void show(ShowsTyping platform, RoomId room, Typist typist) {
        try {
            Instant now = clock.instant();
            Instant last = shown.get(room);
            boolean early = last != null && now.isBefore(last.plus(BETWEEN)) && !now.isBefore(last);
            if (!early && relayed.test(typist.account())) {
                shown.put(room, now);
                platform.showTyping(room);
            }
        } catch (RuntimeException e) {
            LOG.debug("it is not shown that somebody types", e);
        } finally {
            busy.remove(room);
        }
    }
}
