package lyceum.twitch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One WebSocket that brings whole texts, in order, and tells once that it is gone. */
final class Socket {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final WebSocket socket;
    private final Listener listener;

    private Socket(WebSocket socket, Listener listener) {
        this.socket = socket;
        this.listener = listener;
    }

    /** Who hears a socket, one call at a time, on threads of the client. */
    interface Hearer {
        void text(String text);

        /**
         * Called once; nothing is heard afterwards.
         *
         * @param code the close code, -1 where the connection broke
         */
        void gone(int code, String reason);
    }

    /** Blocks until it is open. */
    static Socket open(HttpClient http, URI address, Hearer hearer) throws IOException {
        Listener listener = new Listener(hearer);
        try {
            WebSocket socket = http.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .buildAsync(address, listener)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Socket(socket, listener);
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            throw new IOException("no connection to " + address.getHost(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while connecting", e);
        }
    }

    /** Blocks until the text is with the operating system. */
    synchronized void send(String text) throws IOException {
        try {
            socket.sendText(text, true).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the connection broke", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending", e);
        }
    }

    /** Hangs up; the hearer is told if it was not yet. */
    void close() {
        socket.abort();
        listener.end(-1, "closed here");
    }

    private static final class Listener implements WebSocket.Listener {
        private final Hearer hearer;
        private final StringBuilder part = new StringBuilder();
        private final AtomicBoolean over = new AtomicBoolean();

        Listener(Hearer hearer) {
            this.hearer = hearer;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last && !over.get()) {
                String text = part.toString();
                part.setLength(0);
                hearer.text(text);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            end(code, reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            end(-1, String.valueOf(error.getMessage()));
        }

        void end(int code, String reason) {
            if (over.compareAndSet(false, true)) {
                hearer.gone(code, reason);
            }
        }
    }
}
