package lyceum.web.room;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.zip.DataFormatException;
import lyceum.kernel.person.Language;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/**
 * One browser that watches a room. One frame at most is under way to it; what comes meanwhile waits in the hall for all, so that a
 * viewer who does not read costs next to nothing and holds up nobody.
 */
final class Viewer implements FrameHandler, Seat {
    /** What may wait for this viewer alone. */
    private static final int MOST_WAITING = 64;

    private static final int LONGEST_MESSAGE = 8_192;

    private final Hall hall;
    private final Host host;
    private final Language language;
    private final long since = System.nanoTime();
    private final Flood flood;
    private final Deque<Waiting> waiting = new ArrayDeque<>(4);
    private @Nullable CoreSession session;
    private @Nullable ByteBuffer parts;
    private boolean deflated;
    private boolean deflates;
    private volatile @Nullable Guest guest;
    private long next;
    private boolean sending;
    private long sendingSince;
    private boolean closed;

    /** @param host whom they talk to */
    Viewer(Hall hall, Host host, Language language) {
        this.hall = hall;
        this.host = host;
        this.language = language;
        this.flood = host.flood();
    }

    /** A text for this viewer alone, due once all frames before {@code after} are out. */
    private record Waiting(long after, String text) {}

    @Override
    public Hall hall() {
        return hall;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public @Nullable Guest guest() {
        return guest;
    }

    @Override
    public void is(Guest who) {
        guest = who;
    }

    @Override
    public void enters(Guest who, long seen) {
        hall.enter(this, who, seen);
    }

    /** From now on they get the frames from this number on. */
    synchronized void begin(Guest who, long number) {
        guest = who;
        next = number;
    }

    @Override
    public void notKept(String answer) {
        tell(answer);
    }

    @Override
    public void done() {
        /* the socket has no word that waits for it */
    }

    @Override
    public void tell(String text) {
        boolean tooMuch;
        synchronized (this) {
            tooMuch = waiting.size() >= MOST_WAITING;
            if (!tooMuch && !closed) {
                waiting.addLast(new Waiting(guest == null ? 0 : hall.head(), text));
            }
        }
        if (tooMuch) {
            close(CloseStatus.TRY_AGAIN_LATER, "slow");
        } else {
            pump();
        }
    }

    /** Sends what is next, unless something is under way. Any thread; never waits. */
    void pump() {
        CoreSession to;
        Frame frame;
        synchronized (this) {
            to = session;
            if (to == null || sending || closed) {
                return;
            }
            frame = nextFrame();
            if (frame != null) {
                sending = true;
                sendingSince = System.nanoTime();
            } else if (guest == null || !hall.isGone(next)) {
                return;
            }
        }
        if (frame == null) {
            close(CloseStatus.TRY_AGAIN_LATER, "behind");
        } else {
            to.sendFrame(frame, Callback.from(this::sent, _ -> to.abort()), false);
        }
    }

    private void sent() {
        synchronized (this) {
            sending = false;
        }
        pump();
    }

    private @Nullable Frame nextFrame() {
        Waiting alone = waiting.peekFirst();
        if (alone != null && alone.after() <= next) {
            waiting.removeFirst();
            return new Frame(OpCode.TEXT, alone.text());
        }
        if (guest == null) {
            return null;
        }
        Chunk chunk = hall.chunk(next);
        if (chunk == null) {
            return null;
        }
        next++;
        return chunk.frame(deflates);
    }

    /** Asks whether they are still there; leaves them where nothing moved for long, or nobody ever said hello. */
    void beat(long now, long mostNanos) {
        CoreSession to;
        boolean stuck;
        synchronized (this) {
            to = session;
            stuck = (sending && now - sendingSince > mostNanos) || (guest == null && now - since > mostNanos);
            if (to == null || closed || (sending && !stuck)) {
                return;
            }
        }
        if (stuck) {
            to.abort();
        } else {
            to.sendFrame(new Frame(OpCode.PING), Callback.NOOP, false);
        }
    }

    @Override
    public void close(int code, String reason) {
        CoreSession to = session;
        if (to != null) {
            to.close(code, reason, Callback.NOOP);
        }
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        synchronized (this) {
            session = opened;
            deflates = opened.isRsv1Used();
        }
        host.opened(this);
        callback.succeeded();
        opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        try {
            switch (frame.getOpCode()) {
                case OpCode.TEXT, OpCode.CONTINUATION -> take(frame);
                case OpCode.BINARY -> close(CloseStatus.BAD_DATA, "text only");
                default -> {}
            }
            callback.succeeded();
        } catch (CharacterCodingException e) {
            close(CloseStatus.BAD_PAYLOAD, "not UTF-8");
            callback.succeeded();
        } catch (DataFormatException e) {
            close(CloseStatus.BAD_PAYLOAD, "not deflated");
            callback.succeeded();
        }
        if (session != null) {
            session.demand();
        }
    }

    private void take(Frame frame) throws CharacterCodingException, DataFormatException {
        ByteBuffer payload = frame.getPayload();
        ByteBuffer before = parts;
        deflated = before == null ? frame.isRsv1() : deflated;
        int length = payload.remaining() + (before == null ? 0 : before.remaining());
        if (length > LONGEST_MESSAGE) {
            parts = null;
            close(CloseStatus.MESSAGE_TOO_LARGE, "8 KB at most");
            return;
        }
        ByteBuffer whole = payload;
        if (before != null || !frame.isFin()) {
            whole = ByteBuffer.allocate(length);
            if (before != null) {
                whole.put(before);
            }
            whole.put(payload).flip();
        }
        parts = frame.isFin() ? null : whole;
        if (frame.isFin()) {
            heard(whole);
        }
    }

    private void heard(ByteBuffer message) throws CharacterCodingException, DataFormatException {
        if (flood.isOver(System.nanoTime())) {
            close(CloseStatus.POLICY_VIOLATION, "too much at once");
            return;
        }
        Optional<ByteBuffer> text = deflated ? Deflate.inflated(message, LONGEST_MESSAGE) : Optional.of(message);
        if (text.isEmpty()) {
            close(CloseStatus.MESSAGE_TOO_LARGE, "8 KB at most");
            return;
        }
        host.said(this, StandardCharsets.UTF_8.newDecoder().decode(text.get()).toString());
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        synchronized (this) {
            closed = true;
            waiting.clear();
        }
        hall.leave(this);
        host.closed(this);
        callback.succeeded();
    }
}
