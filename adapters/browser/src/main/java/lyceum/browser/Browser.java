package lyceum.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A running browser without a window; one for a test class is enough, since each {@link Tab} is a visitor of its own. */
public final class Browser implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ";
    private static final long PATIENCE_SECONDS = 60;

    private final Path profile;
    private final Process process;
    private final Wire wire;

    private Browser(Path profile, Process process, URI address) {
        this.profile = profile;
        this.process = process;
        this.wire = new Wire(address);
    }

    /** Starts it; the first time on a machine without a browser it is fetched, which is told on standard error. */
    public static Browser start() {
        try {
            Path profile = Files.createTempDirectory("lyceum-browser-");
            Process process =
                    Chromium.find().start(profile).redirectErrorStream(true).start();
            try {
                return new Browser(profile, process, address(process));
            } catch (RuntimeException e) {
                process.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new visitor at an empty page, who has neither cookies nor a past. */
    public Tab tab() {
        String context = wire.call(null, "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asText();
        String target = wire.call(
                        null, "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asText();
        String session = wire.call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        return new Tab(
                new Session(wire, session),
                () -> wire.call(null, "Target.disposeBrowserContext", Map.of("browserContextId", context)));
    }

    @Override
    public void close() {
        wire.close();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
        remove();
    }

    private static URI address(Process process) {
        CompletableFuture<URI> address = new CompletableFuture<>();
        Thread.ofVirtual().name("browser").start(() -> read(process, address));
        try {
            return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the browser does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** To its end, so that the browser never waits for a reader. */
    private static void read(Process process, CompletableFuture<URI> address) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(LISTENING)) {
                    address.complete(
                            URI.create(line.substring(LISTENING.length()).strip()));
                } else if (!address.isDone()) {
                    said.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
        address.completeExceptionally(new IllegalStateException(said.toString()));
    }

    private void remove() {
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
