package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.PlatformRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;

/** The first questions to Telegram: who are we, does a webhook stand in the way, and what are our rooms called. */
final class Arrival {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Function<BotApiMethod<?>, Reply> wire;
    private final InstantSource clock;
    private final Pulse pulse;
    private final CountDownLatch closed;

    Arrival(Function<BotApiMethod<?>, Reply> wire, InstantSource clock, Pulse pulse, CountDownLatch closed) {
        this.wire = wire;
        this.clock = clock;
        this.pulse = pulse;
        this.closed = closed;
    }

    /** Blocks until Telegram has said who we are. */
    Self introduce() throws PlatformRefused {
        Duration pause = Duration.ofMillis(500);
        while (true) {
            Reply reply = wire.apply(GetMe.builder().build());
            if (reply instanceof Reply.Ok(JsonNode me) && me.has("id")) {
                return new Self(
                        Fields.number(me, "id"),
                        Fields.words(me, "username"),
                        Fields.is(me, "can_read_all_group_messages"),
                        clock);
            }
            if (reply instanceof Reply.No no && (no.code() == 401 || no.code() == 404)) {
                throw new PlatformRefused(
                        Phrase.of("telegram.bot-unknown", Integer.toString(no.code()), no.description()));
            }
            pulse.stops(Phrase.of("telegram.unreachable"));
            LOG.warn("telegram: cannot be reached; trying again in {} ms", pause.toMillis());
            rest(pause);
            pause = pause.compareTo(LONGEST_PAUSE) >= 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** While a webhook is set, Telegram refuses to be polled. Updates that wait are kept. */
    void removeWebhook() {
        if (wire.apply(GetWebhookInfo.builder().build()) instanceof Reply.Ok(JsonNode info)
                && !Fields.words(info, "url").isEmpty()) {
            LOG.warn("telegram: a webhook was set for this bot; it is removed, since the hub polls");
            var _ = wire.apply(new DeleteWebhook());
        }
    }

    /** Looks at all rooms at once, and tells the inbox what they are called. */
    void enter(Set<RoomId> rooms, RoomCheck check, RoomNames names, Inbox inbox) {
        Map<Long, Optional<String>> titles = new ConcurrentHashMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            rooms.stream()
                    .map(room -> Address.of(room).chat())
                    .distinct()
                    .forEach(chat -> each.execute(() -> titles.put(chat, check.check(chat))));
        }
        for (RoomId room : rooms) {
            titles.getOrDefault(Address.of(room).chat(), Optional.empty()).ifPresent(title -> {
                names.news(room, new Heard.Title(title)).forEach(news -> {
                    var _ = inbox.accept(news);
                });
            });
        }
    }

    private void rest(Duration pause) throws PlatformRefused {
        try {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PlatformRefused(Phrase.of("telegram.stopped"));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new PlatformRefused(Phrase.of("telegram.stopped"));
        }
    }
}
