package lyceum.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happened on one platform, one JSON object a line, so that the world outlives its process; without a folder it keeps nothing. */
public final class Chronicle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chronicle.class);
    private static final byte[] END = new byte[0];

    private final @Nullable Path file;
    private final LinkedBlockingQueue<byte[]> queue = new LinkedBlockingQueue<>(100_000);
    private @Nullable Thread writer;

    private Chronicle(@Nullable Path file) {
        this.file = file;
    }

    static Chronicle open(@Nullable Path folder, String name) {
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new Chronicle(folder == null ? null : folder.resolve(name + ".jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands on every line there is, oldest first; a last line that was cut off by a kill is left out. */
    public void replay(Consumer<JsonNode> reader) {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.filter(line -> !line.isBlank()).forEach(line -> {
                try {
                    reader.accept(Json.read(line));
                } catch (Refused cut) {
                    LOG.warn("a line of {} is not whole and is left out", file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces everything written so far by what is still worth knowing; call it before the first {@link #write}. */
    public void compact(Stream<? extends JsonNode> lines) {
        if (file == null) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                for (JsonNode line : (Iterable<JsonNode>) lines.map(JsonNode.class::cast)::iterator) {
                    out.write(Json.bytes(line));
                    out.write('\n');
                }
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether lines are kept at all; a caller can spare itself making them. */
    public boolean keeps() {
        return file != null;
    }

    /** Adds a line; the line is encoded now and written soon. */
    public void write(JsonNode line) {
        if (file == null) {
            return;
        }
        try {
            start();
            queue.put(Json.bytes(line));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void start() {
        if (writer == null) {
            writer = Thread.ofPlatform().daemon().name("chronicle").start(this::drain);
        }
    }

    private void drain() {
        Path to = Objects.requireNonNull(file);
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(to, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 16)) {
            if (Files.size(to) > 0) {
                out.write('\n'); // a line that a kill cut off must not swallow the next one
            }
            for (byte[] line = queue.take(); line.length > 0; line = queue.take()) {
                out.write(line);
                out.write('\n');
                if (queue.isEmpty()) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            LOG.error("the sandbox cannot write {}: what happens from now on is not kept", to, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when every line is with the operating system. */
    @Override
    public synchronized void close() {
        if (writer != null) {
            try {
                queue.put(END);
                writer.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            writer = null;
        }
    }
}
