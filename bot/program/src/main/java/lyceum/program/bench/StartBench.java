package lyceum.program.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;

/** Starts the hub alone against a sandbox, without and with the cache of loaded classes, and looks at its memory when idle. */
final class StartBench implements Bench {
    private static final int RUNS = 5;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final String CACHE = "-XX:AOTCache=";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<String> prints() {
        return List.of(
                "start.ready",
                "start.ready.cached",
                "start.memory.idle",
                "start.four.ready",
                "start.four.ready.cached",
                "start.four.memory.idle");
    }

    @Override
    public void run(Figures out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lyceum-start-");
        List<String> plain = Program.options().stream()
                .filter(option -> !option.startsWith(CACHE) && !option.startsWith("-Xlog"))
                .toList();
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.passing())) {
            List<String> cached = cached(folder, plain);
            for (Places places : Places.values()) {
                String name = places == Places.TWO ? "start." : "start.four.";
                out.number(name + "ready", median(folder, plain, sandbox.url(), places), "ms");
                out.number(name + "ready.cached", median(folder, cached, sandbox.url(), places), "ms");
                out.number(name + "memory.idle", idleMemory(folder, cached, sandbox.url(), places), "MB");
            }
        }
    }

    private static double median(Path folder, List<String> options, String sandbox, Places places) throws IOException {
        List<Long> nanos = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            try (Program _ = places.hub(folder, options, sandbox)) {
                nanos.add(System.nanoTime() - start);
            }
        }
        nanos.sort(null);
        return nanos.get(RUNS / 2) / 1e6;
    }

    /** The options with a cache made by a run of its own, as the launcher makes it. */
    private static List<String> cached(Path folder, List<String> plain) throws IOException, InterruptedException {
        Path cache = folder.resolve("lyceum.aot");
        List<String> making = Stream.concat(plain.stream(), Stream.of("-XX:AOTCacheOutput=" + cache, "-Xlog:disable"))
                .toList();
        List<String> warmUp =
                List.of("warm-up", "--data", folder.resolve("warm-up").toString());
        Process process = new ProcessBuilder(Program.command(making, warmUp))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("cache.log").toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("the cache could not be made, see " + folder.resolve("cache.log"));
        }
        return Stream.concat(plain.stream(), Stream.of(CACHE + cache, "-Xlog:disable"))
                .toList();
    }

    private static double idleMemory(Path folder, List<String> options, String sandbox, Places places)
            throws IOException {
        try (Program hub = places.hub(folder, options, sandbox)) {
            LockSupport.parkNanos(IDLE.toNanos());
            return hub.residentMegabytes();
        }
    }
}
