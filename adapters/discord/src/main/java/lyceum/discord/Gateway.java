package lyceum.discord;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.PlatformRefused;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to the gateway through JDA. Discord has no acknowledgement, so at every new session each channel is read from where the
 * inbox stands before what is said live in it passes.
 */
final class Gateway implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final long PATIENCE_SECONDS = 60;
    /** A rush of questions opens no more connections than this; a whole class that presses a button takes turns. */
    private static final int SIGNS_AT_ONCE = 64;

    private final Session session;
    private final Parts parts;
    private final Inbox inbox;
    private final Gates gates;
    private final CompletableFuture<List<String>> ready = new CompletableFuture<>();
    private final Semaphore signs = new Semaphore(SIGNS_AT_ONCE, true);
    private final Map<String, CompletableFuture<Void>> caughtUp = new ConcurrentHashMap<>();
    private volatile Health health = new Health(false, Phrase.of("discord.connecting"));
    private volatile @Nullable JDA jda;
    private volatile boolean closed;

    Gateway(Session session, Parts parts, Inbox inbox) {
        this.session = session;
        this.parts = parts;
        this.inbox = inbox;
        this.gates = new Gates(inbox);
    }

    /** What dispatches are read with. */
    record Parts(
            Rest rest,
            House house,
            Own own,
            Webhooks webhooks,
            Frames frames,
            Questions questions,
            Purchases purchases) {}

    /** What people ask of the hub, what it shows them while they type, and that they do. */
    record Questions(Interactions interactions, Completions completions, Typing typing) {}

    Health health() {
        return health;
    }

    /** Returns when every channel's history is read and live events pass. */
    void open() throws PlatformRefused {
        connect();
        List<String> guilds = guilds();
        String wanted = session.settings().guild();
        if (wanted != null && !guilds.contains(wanted)) {
            throw refused(Phrase.of("discord.not-invited", wanted));
        }
        for (String guild : guilds) {
            awaitHistory(guild);
        }
    }

    void close() {
        closed = true;
        ready.completeExceptionally(new CancellationException("closed"));
        gates.close();
        JDA open = jda;
        if (open != null) {
            open.shutdownNow();
        }
        health = new Health(false, Phrase.of("discord.closed"));
    }

    @Override
    public void onEvent(GenericEvent event) {
        switch (event) {
            case RawGatewayEvent raw -> hear(raw.getType(), raw.getPayload());
            case SessionDisconnectEvent _ -> health = new Health(false, Phrase.of("discord.connection-broken"));
            case ShutdownEvent shutdown -> ended(shutdown);
            default -> {}
        }
    }

    private void connect() throws PlatformRefused {
        Duration wait = FIRST_WAIT;
        while (!closed) {
            try {
                jda = session.connect(this);
                return;
            } catch (InvalidTokenException _) {
                throw refused(Phrase.of("discord.token-unknown"));
            } catch (ErrorResponseException | UncheckedIOException e) {
                LOG.warn("Discord cannot be reached ({}); next try in {} ms", e.getMessage(), wait.toMillis());
                health = new Health(false, Phrase.of("discord.tried-again"));
                pause(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    private void hear(String type, DataObject d) {
        parts.house().learn(type, d);
        switch (type) {
            case "READY" -> begin(d);
            case "RESUMED" -> up();
            case "GUILD_CREATE" -> enter(d);
            case "INTERACTION_CREATE" -> ask(d);
            case "TYPING_START" -> parts.questions().typing().hear(d);
            default -> {}
        }
        for (Event event : parts.frames().read(type, d)) {
            if (event instanceof Talk talk) {
                gates.live(talk.message().room().value(), event);
            } else {
                gates.pass(event);
            }
        }
    }

    private void begin(DataObject d) {
        parts.own()
                .become(
                        d.getObject("user").getString("id"),
                        d.getObject("application").getString("id"));
        up();
        Thread.ofVirtual()
                .name("discord-purchases")
                .start(() -> untilRead(() -> parts.purchases().list(gates::pass)));
        ready.complete(d.getArray("guilds").stream(DataArray::getObject)
                .map(guild -> guild.getString("id"))
                .filter(parts.house()::within)
                .toList());
    }

    private void up() {
        health = new Health(true, Phrase.of("discord.connected"));
    }

    /** A guild is there, for the first time or again: what was said in between is read before what is said now passes. */
    private void enter(DataObject d) {
        String guild = d.getString("id");
        if (!parts.house().within(guild)) {
            return;
        }
        List<House.Channel> channels = parts.house().channelsOf(guild).stream()
                .filter(channel -> parts.house().heard(channel.id(), guild))
                .toList();
        channels.forEach(channel -> gates.hold(channel.id()));
        Thread.ofVirtual().name("discord-history-" + guild).start(() -> catchUp(guild, channels));
    }

    private void catchUp(String guild, List<House.Channel> channels) {
        untilRead(() -> parts.webhooks().learn(guild));
        History history = new History(parts.rest(), parts.frames());
        Beginnings beginnings = new Beginnings(inbox, channels, parts.house().restricted());
        untilRead(beginnings::mark);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            channels.forEach(channel -> readers.execute(() -> read(channel, beginnings, history)));
        }
        history(guild).complete(null);
    }

    private void read(House.Channel channel, Beginnings beginnings, History history) {
        untilRead(() -> beginnings.unread(channel).ifPresent(after -> history.bring(channel, after, gates)));
        gates.open(channel.id());
    }

    /** Reading is tried until it works: what is said live waits meanwhile, and nothing is lost. */
    private void untilRead(Runnable reading) {
        Duration wait = FIRST_WAIT;
        while (!closed) {
            try {
                reading.run();
                return;
            } catch (RuntimeException e) {
                LOG.warn("what happened on Discord meanwhile cannot be read; next try in {} ms", wait.toMillis(), e);
                pause(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    /** Discord waits three seconds for the first sign of life, so that is given before the hub hears of it. */
    private void ask(DataObject d) {
        parts.questions().completions().typed(d);
        Interactions interactions = parts.questions().interactions();
        Asking asking = interactions.read(d);
        if (asking != null) {
            Thread.ofVirtual().name("discord-asking").start(() -> {
                signs.acquireUninterruptibly();
                try {
                    interactions.acknowledge(d, parts.rest());
                } finally {
                    signs.release();
                }
                gates.pass(asking);
            });
        }
    }

    private void ended(ShutdownEvent shutdown) {
        if (closed) {
            return;
        }
        Say reason = Session.reason(shutdown.getCloseCode());
        LOG.error("Discord has closed the session for good: {}", Phrases.english(reason));
        health = new Health(false, reason);
        ready.completeExceptionally(new PlatformRefused(reason));
    }

    private PlatformRefused refused(Say reason) {
        close();
        health = new Health(false, reason);
        return new PlatformRefused(reason);
    }

    /** The guilds that the session serves, as soon as there is a session. */
    private List<String> guilds() throws PlatformRefused {
        try {
            return ready.get();
        } catch (ExecutionException _) {
            throw refused(health.detail());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits for a guild's history, but not for ever: a channel that cannot be read holds back only itself. */
    private void awaitHistory(String guild) {
        try {
            history(guild).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            LOG.warn("the history of guild {} is not read yet; its channels wait for it", guild);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private CompletableFuture<Void> history(String guild) {
        return caughtUp.computeIfAbsent(guild, _ -> new CompletableFuture<>());
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while Discord connected", e);
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }
}
