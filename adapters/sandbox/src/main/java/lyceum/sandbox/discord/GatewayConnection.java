package lyceum.sandbox.discord;

import io.javalin.websocket.WsContext;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.Deflater;
import lyceum.sandbox.world.Faults;
import org.eclipse.jetty.websocket.api.Callback;
import org.jspecify.annotations.Nullable;

/** One WebSocket: what is sent goes through a queue and one writer, which encodes, compresses and makes the planned faults. */
final class GatewayConnection {
    /** More than a session replays at once; a client that is further behind loses its connection, and so its session. */
    private static final int LONGEST_QUEUE = 15_000;

    private final WsContext socket;
    private final Faults faults;
    private final @Nullable Deflater deflater;
    private final LinkedBlockingQueue<Out> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicBoolean hungUp = new AtomicBoolean();
    private final byte[] chunk = new byte[16 * 1024];

    private sealed interface Out {}

    private record Plain(String name, String text) implements Out {}

    private record Dispatch(GatewaySession session, GatewaySession.Frame frame) implements Out {}

    private record Close(int code, String reason) implements Out {}

    GatewayConnection(WsContext socket, Faults faults, boolean compressed) {
        this.socket = socket;
        this.faults = faults;
        this.deflater = compressed ? new Deflater() : null;
        Thread.ofVirtual().name("gateway-writer").start(this::write);
    }

    /** Queues a frame that is no event. */
    void send(String name, String text) {
        offer(new Plain(name, text));
    }

    void send(GatewaySession session, GatewaySession.Frame frame) {
        offer(new Dispatch(session, frame));
    }

    /** Closes the connection when everything queued before is sent. */
    void close(int code, String reason) {
        offer(new Close(code, reason));
    }

    private void offer(Out out) {
        if (!queue.offer(out) && hungUp.compareAndSet(false, true)) {
            Thread.ofVirtual()
                    .name("gateway-hang-up")
                    .start(socket.session::disconnect); // who speaks must not wait for it
        }
    }

    private void write() {
        try {
            boolean open = true;
            while (open) {
                open = write(queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CompletionException gone) {
            socket.session.disconnect();
        } finally {
            if (deflater != null) {
                deflater.end();
            }
        }
    }

    private boolean write(Out out) {
        return switch (out) {
            case Plain plain -> write(plain.name(), plain.text());
            case Dispatch(GatewaySession session, GatewaySession.Frame frame) ->
                write(frame.event().type(), text(session, frame));
            case Close(int code, String reason) -> {
                socket.closeSession(code, reason);
                yield false;
            }
        };
    }

    private static String text(GatewaySession session, GatewaySession.Frame frame) {
        String body = frame.event().bodyFor(session.intents(), session.bot().id());
        return "{\"t\":\"" + frame.event().type() + "\",\"s\":" + frame.seq() + ",\"op\":0,\"d\":" + body + "}";
    }

    private boolean write(String name, String text) {
        var fault = faults.take(Faults.OF_FRAMES, name);
        if (fault.isPresent() && fault.get().kind().equals("disconnect")) {
            socket.session.disconnect();
            return false;
        }
        put(text);
        if (fault.isPresent()) {
            put(text);
        }
        return true;
    }

    private void put(String text) {
        Callback.Completable sent = new Callback.Completable();
        if (deflater == null) {
            socket.session.sendText(text, sent);
        } else {
            socket.session.sendBinary(ByteBuffer.wrap(deflate(deflater, text)), sent);
        }
        sent.join();
    }

    /** One piece of the connection's single zlib stream, flushed so that it ends in 00 00 FF FF. */
    private byte[] deflate(Deflater stream, String text) {
        stream.setInput(text.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() / 2);
        int length;
        do {
            length = stream.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
            out.write(chunk, 0, length);
        } while (length == chunk.length);
        return out.toByteArray();
    }

    /** Ends the writer of a socket that is gone. */
    void gone() {
        queue.clear();
        offer(new Close(1000, "gone"));
    }
}
