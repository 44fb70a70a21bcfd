package lyceum.web.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lyceum.web.Answer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Keeps pages that somebody looks at in step with what happens: whenever anything was committed, and every few seconds for what is
 * not in tables, the page is drawn again, and sent where it differs. A stream of server-sent events for each.
 */
public final class Live {
    private static final int MOST = 200;
    private static final long TICK_MILLIS = 250;
    private static final long TICKS_BETWEEN_DRAWINGS = Duration.ofSeconds(3).toMillis() / TICK_MILLIS;
    private static final long TICKS_BETWEEN_SIGNS = Duration.ofSeconds(15).toMillis() / TICK_MILLIS;

    private final Semaphore seats = new Semaphore(MOST);
    private final LongSupplier changes;

    /** @param changes a number that grows whenever anything was committed */
    public Live(LongSupplier changes) {
        this.changes = changes;
    }

    /** Returns when the reader is gone or {@code page} is empty. */
    public void stream(Request request, Response response, Callback callback, Supplier<Optional<String>> page) {
        if (!seats.tryAcquire()) {
            new Answer(503, "text/plain", "").send(response, callback);
            return;
        }
        response.getHeaders().put("Content-Type", "text/event-stream; charset=utf-8");
        response.getHeaders().put("Cache-Control", "no-store");
        response.getHeaders().put("X-Accel-Buffering", "no");
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            follow(request.getConnectionMetaData().getConnection().getEndPoint(), out, page);
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e); // the reader has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            callback.failed(e);
        } finally {
            seats.release();
        }
    }

    private void follow(EndPoint reader, OutputStream out, Supplier<Optional<String>> page)
            throws IOException, InterruptedException {
        String shown = "";
        long seen = -1;
        for (long tick = 0; reader.isOpen(); tick++) {
            long now = changes.getAsLong();
            if (now != seen || tick % TICKS_BETWEEN_DRAWINGS == 0) {
                seen = now;
                Optional<String> drawn = page.get();
                if (drawn.isEmpty()) {
                    return;
                }
                if (!drawn.get().equals(shown)) {
                    shown = drawn.get();
                    write(out, event(shown));
                }
            }
            if (tick % TICKS_BETWEEN_SIGNS == 0) {
                write(out, ":\n\n");
            }
            Thread.sleep(TICK_MILLIS);
        }
    }

    private static String event(String html) {
        StringBuilder event = new StringBuilder("event: sheet\n");
        html.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
        return event.append('\n').toString();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
