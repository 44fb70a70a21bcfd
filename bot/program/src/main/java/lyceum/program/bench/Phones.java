package lyceum.program.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * By which thousands of people do something at once, with no more of HTTP than the sandbox's calls need: a client for all of it takes as
 * much of the processor for a press as the hub does, and it is the hub that is measured. Any thread; each waits for its answer.
 */
final class Phones implements AutoCloseable {
    private static final int LONGEST_LINE = 1 << 13;
    private static final int AT_A_TIME = 1 << 10;
    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private final JsonMapper json = new JsonMapper(JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build());
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

    private record Connection(Socket socket, InputStream in) {
        static Connection to(int port) throws IOException {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            return new Connection(socket, new BufferedInputStream(socket.getInputStream(), AT_A_TIME));
        }
    }

    /** @param port of the sandbox, on loopback */
    Phones(int port) {
        this.port = port;
    }

    /**
     * Somebody does something in the joined room of a platform.
     *
     * @throws UncheckedIOException if the connection breaks, or the sandbox refuses
     */
    JsonNode act(String platform, String verb, Map<String, ?> body) {
        String path = "/sandbox/" + platform + "/" + Crowd.joined(platform) + "/" + verb;
        try {
            byte[] content = json.writeValueAsBytes(body);
            Connection known = idle.poll();
            Connection connection = known == null ? Connection.to(port) : known;
            byte[] head = ("POST " + path
                            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                            + content.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            byte[] request = new byte[head.length + content.length];
            System.arraycopy(head, 0, request, 0, head.length);
            System.arraycopy(content, 0, request, head.length, content.length);
            connection.socket().getOutputStream().write(request);
            byte[] answer = answer(path, connection.in());
            idle.add(connection);
            return json.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] answer(String path, InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            String small = field.toLowerCase(Locale.ROOT);
            if (small.startsWith("content-length:")) {
                length = Integer.parseInt(
                        small.substring("content-length:".length()).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IOException(path + ": " + status + " " + new String(body, StandardCharsets.UTF_8));
        }
        return body;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("no whole answer: " + line);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        for (Connection each : idle) {
            each.socket().close();
        }
    }
}
