package lyceum.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import redis.embedded.core.ExecutableProvider;

/** A Redis of its own for a test: a real one, on loopback, with its append-only file, that can be killed and started again. */
public final class RealRedis implements AutoCloseable {
    private final Path folder;
    private final Path executable;
    private final int port;
    private Process process;

    /** @param folder where it keeps its data */
    public RealRedis(Path folder) {
        try {
            this.folder = Files.createDirectories(folder);
            this.executable = ExecutableProvider.newJarResourceProvider(folder.toFile())
                    .get()
                    .toPath();
            this.port = freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.process = begin();
    }

    /** Where it is reached. */
    public String url() {
        return url(0);
    }

    /** Where one of its databases is reached. */
    String url(int database) {
        return "redis://127.0.0.1:" + port + "/" + database;
    }

    /** Ends it in the middle of whatever it does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again with what it has kept. */
    public void startAgain() {
        process = begin();
    }

    @Override
    public void close() {
        kill();
    }

    private Process begin() {
        List<String> command = List.of(
                executable.toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--dir",
                folder.toString(),
                "--appendonly",
                "yes",
                "--save",
                "");
        try {
            Process begun = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("redis.log").toFile()))
                    .start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(this::answers);
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.getOutputStream().write("PING\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), java.nio.charset.StandardCharsets.US_ASCII)
                    .equals("+PONG");
        } catch (java.net.ConnectException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
