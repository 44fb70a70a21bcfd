package lyceum.program.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Thousands of viewers of a live room on one thread, with no more of WebSocket than they need. Everything is called on that thread. */
final class Audience implements AutoCloseable {
    private static final int LARGEST_READ = 1 << 18;
    private static final int AT_A_TIME = 500;
    private static final int DEFLATED = 0x40;

    private final Selector selector;
    private final List<InetSocketAddress> servers;
    private final ByteBuffer shared = ByteBuffer.allocateDirect(LARGEST_READ);
    private final List<Seat> seats = new ArrayList<>();
    private final Inflated inflated = new Inflated();
    private int connecting;
    private int welcome;
    private Frames frames = (_, _) -> {};

    /** Hears each frame of text that begins as told. */
    interface Frames {
        void came(Seat seat, ByteBuffer text);
    }

    /** One viewer. */
    static final class Seat {
        private final SocketChannel channel;
        private final String name;
        private byte[] left = new byte[0];
        private boolean upgraded;
        int seen;

        Seat(SocketChannel channel, String name) {
            this.channel = channel;
            this.name = name;
        }
    }

    private static final String UPGRADE = String.join(
            "\r\n",
            "GET /room/class/socket HTTP/1.1",
            "Host: 127.0.0.1",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Extensions: permessage-deflate",
            "",
            "");

    Audience(int port) throws IOException {
        this(List.of(port));
    }

    /** @param ports at which they come in, in turn */
    Audience(List<Integer> ports) throws IOException {
        this.selector = Selector.open();
        this.servers = ports.stream()
                .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .toList();
    }

    List<Seat> seats() {
        return seats;
    }

    void onFrames(Frames hears) {
        frames = hears;
    }

    /** Lets so many more come in; returns when all have been welcomed. */
    void come(int count, long deadlineNanos) throws IOException {
        int wanted = welcome + count;
        int begun = 0;
        while (welcome < wanted) {
            while (begun < count && connecting < AT_A_TIME) {
                begin("viewer " + seats.size());
                begun++;
            }
            turn(10);
            if (System.nanoTime() > deadlineNanos) {
                throw new IOException("only " + welcome + " of " + wanted + " viewers came in");
            }
        }
    }

    private void begin(String name) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(servers.get(seats.size() % servers.size()));
        Seat seat = new Seat(channel, name);
        seats.add(seat);
        channel.register(selector, SelectionKey.OP_CONNECT, seat);
        connecting++;
    }

    /** This viewer reads no more. */
    void stall(Seat seat) {
        SelectionKey key = seat.channel.keyFor(selector);
        if (key != null) {
            key.interestOps(0);
        }
    }

    /** Does what is to be done on all connections; waits for it at most so long. */
    void turn(long millis) throws IOException {
        selector.select(
                key -> {
                    Seat seat = (Seat) key.attachment();
                    try {
                        if (key.isConnectable() && seat.channel.finishConnect()) {
                            key.interestOps(SelectionKey.OP_READ);
                            seat.channel.write(bytes(UPGRADE));
                        } else if (key.isReadable()) {
                            read(seat);
                        }
                    } catch (IOException e) {
                        key.cancel();
                    }
                },
                Math.max(1, millis));
    }

    /** Sends one message from this seat. */
    void send(Seat seat, String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
        frame.put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload).flip(); // a mask of zeros leaves the bytes as they are
        seat.channel.write(frame);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(Seat seat) throws IOException {
        shared.clear().put(seat.left);
        int read = seat.channel.read(shared);
        if (read < 0) {
            seat.channel.close();
            return;
        }
        shared.flip();
        if (!seat.upgraded && !upgrade(seat)) {
            keep(seat);
            return;
        }
        while (frame(seat)) {
            // one after the other
        }
        keep(seat);
    }

    private void keep(Seat seat) {
        seat.left = new byte[shared.remaining()];
        shared.get(seat.left);
    }

    private boolean upgrade(Seat seat) throws IOException {
        for (int i = shared.position(); i + 3 < shared.limit(); i++) {
            if (shared.getInt(i) == 0x0d0a0d0a) {
                shared.position(i + 4);
                seat.upgraded = true;
                send(seat, "{\"do\":\"hello\",\"cursor\":-1,\"name\":\"%s\"}".formatted(seat.name));
                return true;
            }
        }
        return false;
    }

    /** Takes one whole frame, if there is one. */
    private boolean frame(Seat seat) throws IOException {
        if (shared.remaining() < 2) {
            return false;
        }
        int start = shared.position();
        int kind = shared.get(start) & 0x0f;
        int length = shared.get(start + 1) & 0x7f;
        int head = length == 126 ? 4 : length == 127 ? 10 : 2;
        if (shared.remaining() < head) {
            return false;
        }
        length = length == 126
                ? shared.getShort(start + 2) & 0xffff
                : length == 127 ? (int) shared.getLong(start + 2) : length;
        if (shared.remaining() < head + length) {
            return false;
        }
        if (kind == 1) {
            ByteBuffer message = shared.slice(start + head, length);
            take(seat, (shared.get(start) & DEFLATED) == 0 ? message : inflated.of(message));
        }
        shared.position(start + head + length);
        return true;
    }

    private void take(Seat seat, ByteBuffer text) {
        int word = text.remaining() > 8 ? text.get(7) : 0; // {"is":"w
        if (word == 'w') {
            welcome++;
            connecting--;
        } else if (word == 'l') {
            frames.came(seat, text);
        }
    }

    @Override
    public void close() throws IOException {
        for (Seat seat : seats) {
            seat.channel.close();
        }
        selector.close();
    }
}
