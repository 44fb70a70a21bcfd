package lyceum.program.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A Redis for a bench: the one that {@code LYCEUM_REDIS} names; else one of its own, on loopback, by the {@code redis-server} on the path
 * or the one which the tests bring and the build has left in Maven's repository.
 */
final class OwnRedis implements AutoCloseable {
    private static final Path BROUGHT = Path.of(
            System.getProperty("user.home"), ".m2", "repository", "com", "github", "codemonstur", "embedded-redis");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final String url;
    private final @Nullable Process process;

    private OwnRedis(String url, @Nullable Process process) {
        this.url = url;
        this.process = process;
    }

    /**
     * @param folder where it may keep its data
     * @return empty where there is none
     */
    static Optional<OwnRedis> start(Path folder) throws IOException {
        String named = System.getenv("LYCEUM_REDIS");
        if (named != null) {
            return Optional.of(new OwnRedis(named, null));
        }
        Optional<Path> program = onPath().or(() -> brought(folder));
        return program.isEmpty() ? Optional.empty() : Optional.of(run(program.get(), folder));
    }

    String url() {
        return url;
    }

    private static OwnRedis run(Path program, Path folder) throws IOException {
        int port = Program.freePorts();
        List<String> command = List.of(
                program.toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                folder.toString(),
                "--appendonly",
                "yes");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile())
                .start();
        OwnRedis redis = new OwnRedis("redis://127.0.0.1:" + port, process);
        redis.awaitListening(port);
        return redis;
    }

    private void awaitListening(int port) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > until) {
                    close();
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    private static Optional<Path> onPath() {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> brought(Path folder) {
        try (Stream<Path> all = Files.walk(BROUGHT)) {
            Optional<Path> jar =
                    all.filter(file -> file.toString().endsWith(".jar")).findFirst();
            return jar.isEmpty() ? Optional.empty() : unpacked(jar.get(), folder);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> unpacked(Path jar, Path folder) throws IOException {
        String ends = "-%s-%s".formatted(system(), machine());
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Optional<? extends ZipEntry> server =
                    zip.stream().filter(entry -> entry.getName().endsWith(ends)).findFirst();
            if (server.isEmpty()) {
                return Optional.empty();
            }
            Path program = folder.resolve("redis-server");
            try (InputStream in = zip.getInputStream(server.get())) {
                Files.copy(in, program);
            }
            return program.toFile().setExecutable(true) ? Optional.of(program) : Optional.empty();
        }
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
