package lyceum.program.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lyceum.program.Main;
import lyceum.program.bench.Program;
import lyceum.redis.RealRedis;
import lyceum.sandbox.SandboxSettings;

/** A town whose live room stands at two more processes, joined by a real Redis. */
final class Branches implements AutoCloseable {
    private final Path folder;
    private final RealRedis redis;
    private final Town town;
    private final List<Program> processes = new ArrayList<>();

    Branches(Path folder) {
        this.folder = folder;
        this.redis = new RealRedis(folder.resolve("redis"));
        this.town = new Town(folder, SandboxSettings.passingWithoutLimits(), "--config", config().toString());
        for (int i = 0; i < 2; i++) {
            processes.add(start());
        }
    }

    /** The demo's settings, with Redis. */
    private Path config() {
        try (InputStream in = Objects.requireNonNull(Main.class.getResourceAsStream("demo.yaml"))) {
            String demo = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    folder.resolve("joined.yaml"),
                    demo.replace("\nroom:\n", "\nroom:\n  redis: " + redis.url() + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Town town() {
        return town;
    }

    RealRedis redis() {
        return redis;
    }

    /** The port of a process. */
    int port(int process) {
        return URI.create(processes.get(process).said("ready").substring("room=".length()))
                .getPort();
    }

    /** The port of the hub itself, which serves viewers as well. */
    int hubPort() {
        return URI.create(town.console()).getPort();
    }

    void kill(int process) {
        processes.get(process).kill();
    }

    void startAgain(int process) {
        processes.set(process, start());
    }

    private Program start() {
        return Program.start(folder.resolve("rooms.log"), List.of("room", "--redis", redis.url(), "--port", "0"));
    }

    @Override
    public void close() {
        processes.forEach(Program::close);
        town.close();
        redis.close();
    }
}
