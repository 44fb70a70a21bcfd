package lyceum.sandbox.twitch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chat over TCP. */
final class IrcTcp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IrcTcp.class);
    private static final int BACKLOG = 512;

    private final IrcDesk desk;
    private final ServerSocket door;

    /** Listens at once; {@code port} 0 takes a free one. */
    IrcTcp(IrcDesk desk, int port) {
        this.desk = desk;
        try {
            this.door = new ServerSocket(port, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port, e);
        }
        Thread.ofVirtual().name("irc-door").start(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                Thread.ofVirtual().name("irc-reader").start(() -> serve(socket));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    LOG.warn("a client could not enter the chat", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        IrcSession session = new IrcSession(new Tcp(socket));
        desk.opened(session);
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                desk.received(session, line);
            }
        } catch (IOException gone) {
            LOG.debug("a client left the chat: {}", gone.getMessage());
        } finally {
            desk.closed(session);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Tcp(Socket socket) implements IrcSession.Transport {
        @Override
        public void put(String line) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        @Override
        public void hangUp() {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("a socket does not close: {}", e.getMessage());
            }
        }
    }
}
