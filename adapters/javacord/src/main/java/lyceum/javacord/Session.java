package lyceum.javacord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.event.Talk;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.PlatformRefused;
import org.javacord.api.DiscordApi;
import org.javacord.api.DiscordApiBuilder;
import org.javacord.api.entity.intent.Intent;
import org.javacord.api.entity.message.Message;
import org.javacord.api.entity.server.Server;
import org.javacord.api.event.message.reaction.ReactionEvent;
import org.javacord.api.event.message.reaction.SingleReactionEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens through Javacord. Discord has no acknowledgement, so at every new session each channel is read from where the inbox stands
 * before what is said live passes.
 */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Parts parts;
    private final Gate gate;
    private final History history;
    private volatile Health health = new Health(false, Phrase.of("discord.connecting"));
    private volatile @Nullable DiscordApi api;
    private volatile boolean closed;

    Session(Parts parts, Inbox inbox) {
        this.parts = parts;
        this.gate = new Gate(inbox);
        this.history = new History(inbox, parts.reading(), parts.hearing());
    }

    /**
     * What a session is made with.
     *
     * @param token secret
     * @param guild the id of the guild that is served
     */
    record Parts(
            String token,
            String guild,
            Faces faces,
            Reading reading,
            Hearing hearing,
            Questions questions,
            Webhooks webhooks) {
        @Override
        public String toString() {
            return "Parts[guild=" + guild + "]";
        }
    }

    Health health() {
        return health;
    }

    /** @throws UncheckedIOException before {@link #open} has connected */
    DiscordApi api() {
        DiscordApi open = api;
        if (open == null) {
            throw new UncheckedIOException(new IOException("Discord is not connected yet"));
        }
        return open;
    }

    /** @throws UncheckedIOException where Discord has not told of the guild */
    Server server() {
        return api().getServerById(parts.guild())
                .orElseThrow(() -> new UncheckedIOException(new IOException("the guild is not there")));
    }

    /** Returns when every channel's history is read and live events pass. */
    void open() throws PlatformRefused {
        DiscordApi connected = connect();
        if (connected == null) {
            return;
        }
        if (connected.getServerById(parts.guild()).isEmpty()) {
            close();
            throw new PlatformRefused(Phrase.of("discord.not-invited", parts.guild()));
        }
        connected.addLostConnectionListener(_ -> lost());
        connected.addResumeListener(_ -> up());
        connected.addReconnectListener(
                _ -> Thread.ofVirtual().name("javacord-history").start(this::catchUp));
        catchUp();
    }

    void close() {
        closed = true;
        gate.close();
        DiscordApi open = api;
        if (open != null) {
            try {
                open.disconnect().join();
            } catch (RejectedExecutionException e) {
                LOG.debug("Javacord plans a heartbeat after its own end", e);
            }
        }
        health = new Health(false, Phrase.of("discord.closed"));
    }

    private @Nullable DiscordApi connect() throws PlatformRefused {
        Duration wait = FIRST_WAIT;
        while (!closed) {
            try {
                DiscordApi connected = listening().login().get();
                api = connected;
                return connected;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IllegalStateException || is401(e)) {
                    throw new PlatformRefused(Phrase.of("discord.not-let-in"));
                }
                LOG.warn("Discord cannot be reached; next try in {} ms", wait.toMillis(), e.getCause());
                health = new Health(false, Phrase.of("discord.tried-again"));
                wait = pause(wait);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        return null;
    }

    private static boolean is401(ExecutionException e) {
        return String.valueOf(e.getCause()).contains("401");
    }

    private DiscordApiBuilder listening() {
        DiscordApiBuilder builder = new DiscordApiBuilder()
                .setToken(parts.token())
                .setIntents(
                        Intent.GUILDS,
                        Intent.GUILD_MESSAGES,
                        Intent.GUILD_MESSAGE_REACTIONS,
                        Intent.DIRECT_MESSAGES,
                        Intent.MESSAGE_CONTENT)
                .setShutdownHookRegistrationEnabled(false);
        builder.addMessageCreateListener(event -> {
            posted(event.getMessage());
        });
        builder.addMessageEditListener(event -> {
            edited(event.getMessage());
        });
        builder.addMessageDeleteListener(event -> {
            deleted(event.getServer().orElse(null), event.getChannel().getId(), event.getMessageId());
        });
        builder.addReactionAddListener(event -> {
            reacted(event, true);
        });
        builder.addReactionRemoveListener(event -> {
            reacted(event, false);
        });
        builder.addReactionRemoveAllListener(event -> {
            cleared(event);
        });
        builder.addInteractionCreateListener(event -> {
            if (event.getInteraction().getServer().map(this::within).orElse(true)) {
                parts.questions().take(event.getInteraction(), gate::pass);
            }
        });
        return builder;
    }

    private boolean within(Server server) {
        return parts.hearing().within(server.getIdAsString());
    }

    private void posted(Message message) {
        if (parts.hearing().hears(message)) {
            gate.live(parts.reading().posted(message, Optional.empty()));
        }
    }

    /** A change that Discord itself makes (a preview unfolding) has no time of edit and is no event. */
    private void edited(Message message) {
        message.getLastEditTimestamp()
                .filter(_ -> parts.hearing().hears(message))
                .ifPresent(at -> gate.live(parts.reading().edited(message, Optional.empty(), at)));
    }

    private void deleted(@Nullable Server server, long channel, long message) {
        if (server == null || (within(server) && parts.hearing().hears(channel))) {
            gate.live(Reading.deleted(channel, message));
        }
    }

    private void reacted(SingleReactionEvent event, boolean there) {
        Server server = event.getServer().orElse(null);
        long channel = event.getChannel().getId();
        if (server == null
                || !within(server)
                || !parts.hearing().hears(channel)
                || event.getUserId() == event.getApi().getYourself().getId()) {
            return;
        }
        Talk change = Reading.reacted(
                Ids.message(channel, event.getMessageId()),
                event.getUser()
                        .map(user -> parts.faces().speaker(user, server, null))
                        .orElseGet(() -> parts.faces().stranger(event.getUserId())),
                event.getEmoji(),
                there);
        gate.live(change);
    }

    private void cleared(ReactionEvent event) {
        if (event.getServer().map(this::within).orElse(false)) {
            gate.live(
                    Reading.reacted(Ids.message(event.getChannel().getId(), event.getMessageId()), null, null, false));
        }
    }

    private void lost() {
        gate.shut();
        health = new Health(false, Phrase.of("discord.connection-broken"));
    }

    private void up() {
        health = new Health(true, Phrase.of("discord.connected"));
        gate.open();
    }

    /** Reading is tried until it works: what is said live waits meanwhile, and nothing is lost. */
    private void catchUp() {
        Duration wait = FIRST_WAIT;
        while (!closed) {
            try {
                parts.webhooks().learn(server());
                history.read(server(), gate);
                up();
                return;
            } catch (RuntimeException e) {
                LOG.warn("what happened on Discord meanwhile cannot be read; next try in {} ms", wait.toMillis(), e);
                wait = pause(wait);
            }
        }
    }

    private static Duration pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        Duration next = wait.multipliedBy(2);
        return next.compareTo(LONGEST_WAIT) < 0 ? next : LONGEST_WAIT;
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while Discord connected", e);
    }
}
