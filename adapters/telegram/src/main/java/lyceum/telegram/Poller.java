package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/**
 * Asks for updates, for ever, on one thread. Asking for what follows an update confirms it, so that is asked only when all of the
 * batch is durable; whatever goes wrong, the same updates are asked for again.
 */
final class Poller {
    /** The longest that Telegram waits. */
    static final int TIMEOUT_SECONDS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final int BATCH = 100;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Pattern UPDATE_ID = Pattern.compile("\"update_id\"\\s*:\\s*(\\d{1,10})\\b");
    /** What the hub listens to, and what it will: a kind that is added later is not told for the time before. */
    private static final List<String> KINDS = List.of(
            "message",
            "edited_message",
            "channel_post",
            "edited_channel_post",
            "callback_query",
            "inline_query",
            "pre_checkout_query",
            "message_reaction",
            "my_chat_member",
            "chat_member",
            "chat_join_request");

    private final Function<GetUpdates, Reply> wire;
    private final Reception reception;
    private final Pulse pulse;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("telegram-poller").unstarted(this::run);
    private @Nullable Integer offset;
    private int batch = BATCH;
    private Duration pause = FIRST_PAUSE;

    Poller(Function<GetUpdates, Reply> wire, Reception reception, Pulse pulse) {
        this.wire = wire;
        this.reception = reception;
        this.pulse = pulse;
    }

    void start() {
        thread.start();
    }

    /** Returns when no more updates are taken; {@code breakOff} ends the request that waits. */
    void close(Runnable breakOff) {
        closed.countDown();
        breakOff.run();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run() {
        while (!isClosed()) {
            try {
                hear(wire.apply(request()));
            } catch (Throwable e) {
                thrown(e);
            }
        }
    }

    private void thrown(Throwable e) {
        Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        if (!isClosed()) {
            StackTraceElement[] trace = cause.getStackTrace();
            LOG.warn("telegram: {} at {}", cause.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
            stumble(Phrase.of("telegram.not-handed-on"));
        }
    }

    private GetUpdates request() {
        return GetUpdates.builder()
                .offset(offset)
                .limit(batch)
                .timeout(TIMEOUT_SECONDS)
                .allowedUpdates(KINDS)
                .build();
    }

    private void hear(Reply reply) throws InterruptedException, ExecutionException {
        switch (reply) {
            case Reply.Ok(JsonNode updates) -> take(updates);
            case Reply.No no -> refused(no);
            case Reply.Unsent(Say why) -> stumble(Phrase.of("telegram.unreachable-for", why));
            case Reply.Lost(Say why) -> stumble(Phrase.of("telegram.silent", why));
            case Reply.Garbled(String raw) -> garbled(raw);
        }
    }

    private void take(JsonNode updates) throws InterruptedException, ExecutionException {
        List<CompletableFuture<Void>> stored = new ArrayList<>();
        long next = offset == null ? 0 : offset;
        pulse.beats();
        for (JsonNode update : updates) {
            if (isClosed()) {
                return;
            }
            stored.addAll(reception.take(update));
            next = Math.max(next, update.path("update_id").asLong(-1) + 1);
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(stored.toArray(CompletableFuture[]::new));
        if (!all.isDone()) {
            pulse.waits();
        }
        all.get();
        pulse.beats();
        advance(next);
        batch = BATCH;
        pause = FIRST_PAUSE;
    }

    private void advance(long next) {
        if (next > 0) {
            offset = Math.toIntExact(next);
        }
    }

    private void refused(Reply.No no) {
        Say why = switch (no.code()) {
            case 401, 404 -> Phrase.of("telegram.token-unknown");
            case 409 ->
                Phrase.of(no.description().contains("webhook") ? "telegram.webhook-set" : "telegram.heard-elsewhere");
            default -> Phrase.of("telegram.answers", Integer.toString(no.code()), no.description());
        };
        if (no.retryAfter() != null && no.retryAfter().compareTo(pause) > 0) {
            pause = no.retryAfter();
        }
        stumble(why);
    }

    /** Something in the answer cannot be read at all: the update that it is in is looked for, and passed over. */
    private void garbled(String raw) {
        Matcher number = UPDATE_ID.matcher(raw);
        if (batch > 1 && number.find()) {
            batch = 1;
        } else if (batch == 1 && number.find()) {
            pulse.unreadable();
            LOG.warn("telegram: update {} is not JSON and is passed over", number.group(1));
            advance(Long.parseLong(number.group(1)) + 1);
            batch = BATCH;
        } else {
            stumble(Phrase.of("telegram.not-the-api"));
        }
    }

    private void stumble(Say why) {
        if (isClosed()) {
            return;
        }
        pulse.stops(why);
        LOG.warn("telegram: {}; trying again in {} ms", Phrases.english(why), pause.toMillis());
        rest(pause);
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private void rest(Duration time) {
        try {
            var _ = closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
