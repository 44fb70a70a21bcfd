package lyceum.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.event.Place.Subscriber;
import lyceum.kernel.event.Place.SubscribersListed;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.platform.Inbox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the list of all subscribers at each new session and every quarter of an hour: what EventSub told meanwhile to nobody stands in
 * it. Only a whole list is told: one page that fails, is short or is missing, and none of it counts.
 */
final class Roster implements AutoCloseable {
    static final String SCOPE = "channel:read:subscriptions";
    private static final Logger LOG = LoggerFactory.getLogger(Roster.class);
    private static final Duration BETWEEN = Duration.ofMinutes(15);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int PAGE = 100;
    /** A list that never ends is no list. */
    private static final int MOST_PAGES = 10_000;

    private final Function<Map<String, String>, Reply> ask;
    private final Place here;
    private final Pulse pulse;
    private final InstantSource clock;
    private final Semaphore wanted = new Semaphore(0);
    private volatile @Nullable Thread reading;
    private volatile boolean closed;

    /** @param ask for one page, by what stands in its query */
    Roster(Function<Map<String, String>, Reply> ask, Place here, Pulse pulse, InstantSource clock) {
        this.ask = ask;
        this.here = here;
        this.pulse = pulse;
        this.clock = clock;
    }

    /** Reads for ever, on a thread of its own. */
    void start(Inbox inbox) {
        reading = Thread.ofVirtual().name("twitch-subscribers").start(() -> keep(inbox));
    }

    /** Something may have been missed; returns at once. */
    void soon() {
        wanted.release();
    }

    private void keep(Inbox inbox) {
        try {
            wanted.acquire();
            while (!closed) {
                wanted.drainPermits();
                Optional<SubscribersListed> list = read();
                list.ifPresent(whole -> {
                    var _ = inbox.accept(whole);
                });
                pulse.note("subscribers", list.isPresent() ? null : Phrase.of("twitch.subscribers-unread"));
                Duration pause = list.isPresent() ? BETWEEN : AGAIN;
                boolean early = wanted.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                LOG.debug("twitch: subscribers are listed again{}", early ? " after a new session" : "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The whole list, or empty where any part of it is missing. Blocks. */
    Optional<SubscribersListed> read() {
        Instant begun = clock.instant();
        Map<String, String> tiers = new LinkedHashMap<>();
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            if (!(ask.apply(query(after)) instanceof Reply.Ok(JsonNode body))
                    || !body.path("data").isArray()) {
                return Optional.empty();
            }
            for (JsonNode each : body.path("data")) {
                if (each.path("user_id").asText("").isEmpty()) {
                    return Optional.empty();
                }
                tiers.put(each.path("user_id").asText(), each.path("tier").asText());
            }
            after = body.path("pagination").path("cursor").asText("");
            if (after.isEmpty()) {
                boolean whole = body.path("total").isIntegralNumber()
                        && tiers.size() >= body.path("total").asInt();
                return whole ? Optional.of(listed(tiers, begun)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Map<String, String> query(String after) {
        Map<String, String> query =
                new HashMap<>(Map.of("broadcaster_id", here.broadcaster(), "first", Integer.toString(PAGE)));
        if (!after.isEmpty()) {
            query.put("after", after);
        }
        return query;
    }

    /** Twitch counts whoever owns the channel among those who subscribe to it. */
    private SubscribersListed listed(Map<String, String> tiers, Instant begun) {
        List<Subscriber> subscribers = tiers.entrySet().stream()
                .filter(each -> !each.getKey().equals(here.broadcaster()))
                .map(each -> new Subscriber(new AuthorId(Ids.TWITCH, each.getKey()), each.getValue()))
                .toList();
        return new SubscribersListed(here.ids().room(), subscribers, begun);
    }

    @Override
    public void close() {
        closed = true;
        Thread thread = reading;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
