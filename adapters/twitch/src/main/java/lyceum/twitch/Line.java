package lyceum.twitch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;

/** One connection to the chat: it enters the channel, answers pings, and hands on what it hears. */
final class Line {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Hearer hearer;
    private final CompletableFuture<Void> in = new CompletableFuture<>();
    private final CompletableFuture<Say> gone = new CompletableFuture<>();
    private volatile long heardAt = System.nanoTime();
    private volatile Socket socket;

    /** Who hears a connection. */
    interface Hearer {
        /** A line of the channel; one at a time. */
        void heard(Line from, IrcLine line);

        /** Twitch asks for a new connection; this one lives on for a while. */
        void asked(Line from);
    }

    private Line(Hearer hearer, HttpClient http, URI address) throws IOException {
        this.hearer = hearer;
        this.socket = Socket.open(http, address, new Socket.Hearer() {
            @Override
            public void text(String text) {
                text.lines().filter(line -> !line.isBlank()).forEach(line -> handle(IrcLine.read(line)));
            }

            @Override
            public void gone(int code, String reason) {
                gone.complete(Phrase.of("twitch.line-ended", Integer.toString(code)));
                in.completeExceptionally(new IOException("the connection ended"));
            }
        });
    }

    /** What a connection introduces itself with. */
    record Login(String nick, Credential credential, String channel, boolean comings) {
        @Override
        public String toString() {
            return nick;
        }
    }

    /**
     * Blocks until the channel is heard.
     *
     * @throws Refused where Twitch does not take the token
     */
    static Line open(HttpClient http, URI address, Login login, Hearer hearer) throws IOException {
        Line line = new Line(hearer, http, address);
        try {
            String more = login.comings() ? " twitch.tv/membership" : "";
            line.socket.send("CAP REQ :twitch.tv/tags twitch.tv/commands" + more);
            line.socket.send("PASS oauth:" + login.credential().token());
            line.socket.send("NICK " + login.nick());
            line.socket.send("JOIN #" + login.channel());
            line.in.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return line;
        } catch (ExecutionException | TimeoutException e) {
            line.close();
            if (e.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw new IOException("the channel could not be entered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            line.close();
            throw new IOException("interrupted while entering the channel", e);
        } catch (IOException e) {
            line.close();
            throw e;
        }
    }

    /** Completes with the reason when the connection is gone. */
    CompletableFuture<Say> gone() {
        return gone;
    }

    /** How long nothing was heard, not even an answer to a ping. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardAt);
    }

    /** Asks for a sign of life. */
    void ping() {
        try {
            socket.send("PING :lyceum");
        } catch (IOException e) {
            gone.complete(Phrase.of("twitch.line-broke"));
        }
    }

    void close() {
        socket.close();
    }

    private void handle(IrcLine line) {
        heardAt = System.nanoTime();
        switch (line.command()) {
            case "PING" -> answer(line.param(0));
            case "RECONNECT" -> hearer.asked(this);
            case "ROOMSTATE" -> in.complete(null);
            case "NOTICE" -> notice(line);
            default -> hearer.heard(this, line);
        }
    }

    /** Before the channel is entered a notice is a refusal; later ones answer what is not said here. */
    private void notice(IrcLine line) {
        if (!in.isDone()) {
            in.completeExceptionally(new Refused(line.param(1)));
        }
    }

    private void answer(String word) {
        Thread.ofVirtual().name("twitch-pong").start(() -> {
            try {
                socket.send("PONG :" + word);
            } catch (IOException e) {
                gone.complete(Phrase.of("twitch.line-broke"));
            }
        });
    }

    /** Twitch does not let the account into the channel. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String words) {
            super(words);
        }
    }
}
