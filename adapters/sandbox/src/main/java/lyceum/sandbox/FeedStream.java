package lyceum.sandbox;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import lyceum.sandbox.world.Change;
import lyceum.sandbox.world.Feed;

/** The feed as server-sent events, for a reader who may be slow, fall asleep or vanish. */
final class FeedStream {
    private static final int LONGEST = 1_000;
    private static final long HEARTBEAT_SECONDS = 15;

    private final Feed feed;

    FeedStream(Feed feed) {
        this.feed = feed;
    }

    /** Writes events until the reader is gone or the sandbox stops; runs on the request's own virtual thread. */
    void serve(Context ctx) throws InterruptedException {
        ctx.contentType("text/event-stream; charset=utf-8").header("Cache-Control", "no-store");
        try (Feed.Reading reading = feed.read(LONGEST)) {
            OutputStream out = ctx.res().getOutputStream();
            write(out, ": here is what changes\n\n");
            while (reading.isOpen()) {
                Change change = reading.next(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                write(out, change == null ? ": still here\n\n" : "event: change\ndata: " + change.line() + "\n\n");
            }
        } catch (IOException gone) {
            ctx.status(499);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
