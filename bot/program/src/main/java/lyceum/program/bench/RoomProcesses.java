package lyceum.program.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fifteen thousand viewers at two processes beside the hub, who read two hundred lines a second;
 * only where there is a Redis.
 */
final class RoomProcesses {
    private static final Logger LOG = LoggerFactory.getLogger(RoomProcesses.class);
    private static final int VIEWERS = 15_000;
    private static final int TALKERS = 10;
    private static final long PATIENCE = Duration.ofMinutes(5).toNanos();

    private RoomProcesses() {}

    static void run(Figures out) throws IOException {
        Path folder = Files.createTempDirectory("lyceum-rooms-");
        Optional<OwnRedis> found = OwnRedis.start(folder);
        if (found.isEmpty()) {
            LOG.warn("no Redis: name one in LYCEUM_REDIS, or install redis-server");
            return;
        }
        try (OwnRedis redis = found.get()) {
            run(out, folder, redis.url());
        }
    }

    private static void run(Figures out, Path folder, String redis) throws IOException {
        Path config = Files.writeString(folder.resolve("lyceum.yaml"), """
                community: {name: Bench}
                room: {lines-per-minute: 100000, redis: "%s"}
                web: {port: %d}
                """.formatted(redis, Program.freePorts()));
        List<String> hub = List.of(
                "run",
                "--config",
                config.toString(),
                "--data",
                folder.resolve("data").toString());
        List<String> room = List.of("room", "--redis", redis, "--port", "0");
        try (Program _ = Program.start(folder.resolve("hub.log"), hub);
                Program first = Program.start(folder.resolve("first.log"), room);
                Program second = Program.start(folder.resolve("second.log"), room);
                Audience audience = new Audience(List.of(port(first), port(second)))) {
            measure(out, List.of(first, second), audience);
        }
    }

    private static void measure(Figures out, List<Program> processes, Audience audience) throws IOException {
        double idle = resident(processes);
        audience.come(VIEWERS, System.nanoTime() + PATIENCE);
        out.number("room.processes.memory.viewer", (resident(processes) - idle) * 1024 / VIEWERS, "KB");
        var _ = RoomBench.load(audience, TALKERS);
        double cpu = cpu(processes);
        RoomBench.Delays delays = RoomBench.load(audience, TALKERS);
        out.number("room.processes.delay.p99", delays.millis(0.99), "ms");
        out.number("room.processes.cpu", (cpu(processes) - cpu) / delays.lines() * 1e6, "s-per-million-lines");
        out.number("room.processes.deleted.p99", Deletions.p99(audience), "ms");
        audience.seats().subList(VIEWERS - VIEWERS / 10, VIEWERS).forEach(audience::stall);
        out.number(
                "room.processes.stalled.delay.p99",
                RoomBench.load(audience, TALKERS).millis(0.99),
                "ms");
    }

    private static int port(Program process) {
        return URI.create(process.said("ready").substring("room=".length())).getPort();
    }

    private static double resident(List<Program> processes) throws IOException {
        double sum = 0;
        for (Program process : processes) {
            sum += process.residentMegabytes();
        }
        return sum;
    }

    private static double cpu(List<Program> processes) {
        return processes.stream().mapToDouble(Program::cpuSeconds).sum();
    }
}
