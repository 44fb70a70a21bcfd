package lyceum.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Twitch every hour, as its rules for programs demand, whether a token still holds, and at once where a request was refused. The
 * health says when a token ends, or that it has ended and since when.
 */
final class TokenWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TokenWatch.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofDays(3);

    private final Whose whose;
    private final Token token;
    private final Pulse pulse;
    private final InstantSource clock;
    private final Semaphore asked = new Semaphore(0);
    private volatile @Nullable Instant ends;
    private volatile @Nullable Instant refusedAt;
    private volatile boolean closed;
    private volatile @Nullable Thread watching;

    /** Whose token it is, by what depends on it. */
    enum Whose {
        BOT("twitch.of-the-bot", true),
        OWNER("twitch.of-the-owner", false);

        private final String words;
        private final boolean vital;

        Whose(String words, boolean vital) {
            this.words = words;
            this.vital = vital;
        }
    }

    /**
     * What is watched.
     *
     * @param validate asks whether it holds
     * @param renewable whether its end matters to nobody
     */
    record Token(Supplier<Reply> validate, boolean renewable) {}

    TokenWatch(Whose whose, Token token, Pulse pulse, InstantSource clock) {
        this.whose = whose;
        this.token = token;
        this.pulse = pulse;
        this.clock = clock;
    }

    void start() {
        watching = Thread.ofVirtual().name("twitch-token").start(this::watch);
    }

    /** A request was refused; returns at once. */
    void doubt() {
        if (refusedAt == null && asked.availablePermits() == 0) {
            asked.release();
        }
    }

    private void watch() {
        try {
            while (!closed) {
                check();
                boolean doubted = asked.tryAcquire(HOUR.toMillis(), TimeUnit.MILLISECONDS);
                LOG.debug("twitch: the token is looked at{}", doubted ? " because a request was refused" : "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Blocks while Twitch is asked. */
    void check() {
        switch (token.validate().get()) {
            case Reply.Ok(JsonNode body) -> {
                long left = body.path("expires_in").asLong(0);
                ends = left > 0 ? clock.instant().plusSeconds(left) : null; // 0 stands for one that never ends
                refusedAt = null;
                tell(null);
                boolean endsSoon = left > 0 && left < SOON.toSeconds() && !token.renewable();
                pulse.note(whose + "-ends", endsSoon ? endsSoon() : null);
            }
            case Reply.No no when no.status() == 401 -> refused();
            default -> LOG.debug("twitch: nobody says whether the token holds");
        }
    }

    private void refused() {
        Instant end = ends;
        Instant now = clock.instant();
        if (refusedAt == null) {
            refusedAt = now;
            LOG.error("twitch: the token of {} is not taken any more", Phrases.english(whose()));
        }
        tell(
                end != null && !now.isBefore(end)
                        ? Phrase.of("twitch.token-expired", whose(), minute(end))
                        : Phrase.of("twitch.token-taken-back", whose(), minute(now)));
        pulse.note(whose + "-ends", null);
    }

    private Phrase whose() {
        return Phrase.of(whose.words);
    }

    private @Nullable Say endsSoon() {
        Instant end = ends;
        return end == null ? null : Phrase.of("twitch.token-ends", whose(), minute(end));
    }

    private void tell(@Nullable Say what) {
        if (whose.vital) {
            pulse.breaks(whose + "-token", what);
        } else {
            pulse.note(whose + "-token", what);
        }
    }

    private static Text minute(Instant time) {
        return Text.of(time.truncatedTo(ChronoUnit.MINUTES).toString());
    }

    @Override
    public void close() {
        closed = true;
        Thread thread = watching;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
