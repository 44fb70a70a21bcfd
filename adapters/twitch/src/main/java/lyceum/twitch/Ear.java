package lyceum.twitch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Place.HearingGap;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.PlatformRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stays connected to the chat for ever. Twitch keeps no history: whatever time it was not connected is told as a gap. Where Twitch
 * asks for a new connection, the old one is heard until the new one is, so that there is none.
 */
final class Ear implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration DEAD = Duration.ofSeconds(25);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Door door;
    private final Reader reader;
    private final Inbox inbox;
    private final Watch watch;
    private final BlockingQueue<Line> asked = new LinkedBlockingQueue<>();
    private volatile boolean closed;
    private CompletableFuture<Void> newest = CompletableFuture.completedFuture(null);
    private volatile @Nullable Line line;
    private volatile @Nullable Thread keeper;

    /** Where a connection is made, and as whom. */
    record Door(HttpClient http, URI address, Line.Login login, Ids ids) {}

    /** What the ear keeps watch with. */
    record Watch(Notebook notebook, Pacing pacing, Pulse pulse, InstantSource clock, Consumer<IrcLine> comings) {}

    Ear(Door door, Reader reader, Inbox inbox, Watch watch) {
        this.door = door;
        this.reader = reader;
        this.inbox = inbox;
        this.watch = watch;
    }

    /** Blocks until the chat is heard, and keeps it so. */
    void start() throws PlatformRefused {
        Line first = enter();
        if (first == null) {
            throw new PlatformRefused(Phrase.of("twitch.stopped"));
        }
        tellGap();
        line = first;
        keeper = Thread.ofVirtual().name("twitch-ear").start(this::keep);
    }

    private void keep() {
        int beats = 0;
        try {
            while (!closed) {
                Line now = line;
                Line old = asked.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                if (closed || now == null) {
                    return;
                }
                if (now.gone().isDone() || now.silence().compareTo(DEAD) > 0) {
                    restore(now);
                } else if (old == now) {
                    replace(now);
                } else {
                    note(watch.clock().instant().minus(now.silence()));
                    if (++beats % 5 == 0) {
                        now.ping();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A new connection first, and then the end of the old one. */
    private void replace(Line old) {
        try {
            line = connect();
            LOG.info("twitch: connected anew, as Twitch asked");
            old.close();
        } catch (IOException e) {
            LOG.warn("twitch: a new connection was asked for and failed: {}", e.getMessage());
            if (old.gone().isDone()) {
                restore(old);
            }
        }
    }

    private void restore(Line lost) {
        lost.close();
        watch.pulse().stops(Phrase.of("twitch.not-hearing", lost.gone().getNow(Phrase.of("twitch.silence"))));
        LOG.warn("twitch: the chat is not heard; connecting anew");
        try {
            Line fresh = enter();
            if (fresh != null) {
                tellGap();
                line = fresh;
            }
        } catch (PlatformRefused e) {
            watch.pulse().stops(e.why());
            LOG.error("twitch: {}", e.getMessage());
            var _ = rested(LONGEST_PAUSE);
        }
    }

    /** Tries until it is in; null when the hub stops meanwhile. */
    private @Nullable Line enter() throws PlatformRefused {
        Duration pause = Duration.ofMillis(200);
        boolean renewed = false;
        while (!closed) {
            String token = door.login().credential().token();
            try {
                return connect();
            } catch (Line.Refused e) {
                if (!renewed && door.login().credential().renew(token)) {
                    renewed = true;
                    continue;
                }
                throw new PlatformRefused(
                        Phrase.of("twitch.not-let-in", door.ids().room().value(), String.valueOf(e.getMessage())));
            } catch (IOException e) {
                watch.pulse().stops(Phrase.of("twitch.chat-unreachable"));
                LOG.warn("twitch: the chat cannot be reached; trying again in {} ms", pause.toMillis());
            }
            if (rested(pause)) {
                return null;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        return null;
    }

    private Line connect() throws IOException {
        Line fresh = Line.open(door.http(), door.address(), door.login(), new Line.Hearer() {
            @Override
            public void heard(Line from, IrcLine heard) {
                Ear.this.heard(heard);
            }

            @Override
            public void asked(Line from) {
                asked.add(from);
            }
        });
        var _ = fresh.gone().thenRun(() -> asked.add(fresh));
        watch.pulse().beats(Phrase.of("twitch.hearing", door.ids().room().value()));
        return fresh;
    }

    private void heard(IrcLine heard) {
        if (heard.command().equals("USERSTATE")) {
            boolean moderates =
                    heard.tag("mod").equals("1") || heard.tag("badges").matches(".*\\b(broadcaster|moderator|vip)/.*");
            watch.pacing().standing(moderates);
            watch.pulse().note("mod", moderates ? null : Phrase.of("twitch.no-moderator"));
        }
        watch.comings().accept(heard);
        reader.read(heard).forEach(this::accept);
    }

    private synchronized void accept(Event event) {
        newest = inbox.accept(event);
    }

    /** Until then all was heard: written down once all that was brought is kept, so that a kill in between leaves a gap that is told. */
    private synchronized void note(Instant until) {
        var _ = newest.thenRunAsync(() -> watch.notebook().heard(until));
    }

    private void tellGap() {
        Instant until = watch.clock().instant();
        Instant from = watch.notebook().heard();
        if (from != null && from.isBefore(until)) {
            accept(new HearingGap(
                    Ids.key("gap-" + door.ids().room().value(), from.toEpochMilli() + "-" + until.toEpochMilli()),
                    door.ids().room(),
                    from,
                    until));
        }
        note(until);
    }

    private boolean rested(Duration pause) {
        try {
            Thread.sleep(pause);
            return closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread keeping = keeper;
        if (keeping != null) {
            keeping.interrupt();
        }
        Line now = line;
        if (now != null) {
            if (!now.gone().isDone()) {
                watch.notebook().heard(watch.clock().instant());
            }
            now.close();
        }
    }
}
