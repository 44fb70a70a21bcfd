package lyceum.program.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lyceum.program.Ports;

/** This same program as a process of its own, which can be killed. */
public final class Program implements AutoCloseable {
    private static final long READY_SECONDS = 300;
    private static final int PORTS = 3;

    private final Process process;
    private final Map<String, CompletableFuture<String>> said = new ConcurrentHashMap<>();

    private Program(Process process) {
        this.process = process;
    }

    /**
     * Starts the program with the Java, options and class path that this process has; returns when it has printed its line
     * {@code ready}.
     *
     * @param log where its log goes
     */
    public static Program start(Path log, List<String> arguments) {
        return start(log, options(), arguments);
    }

    /** @param options for Java itself, in place of this process's own */
    public static Program start(Path log, List<String> options, List<String> arguments) {
        try {
            Process process = new ProcessBuilder(command(options, arguments))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Program program = new Program(process);
            program.awaitReady(arguments);
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How this program is run as a process of its own. */
    public static List<String> command(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        String classPath = System.getProperty("java.class.path");
        command.addAll(List.of("-cp", System.getProperty("lyceum.classpath", classPath), "lyceum.program.Main"));
        command.addAll(arguments);
        return command;
    }

    /** This process's own options for Java, without those that watch it. */
    public static List<String> options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agent"))
                .filter(option -> !option.startsWith("-XX:AOTCacheOutput"))
                .filter(option -> !option.startsWith("-D") || option.matches("-D(sun|jfr|org\\.eclipse)\\..*"))
                .toList();
    }

    /**
     * The first of three ports in a row that are free now; another one at each call. They are below those from which systems take the
     * near end of a connection, so that they stay free while a program that was killed starts again.
     */
    public static int freePorts() {
        return Ports.freeRow(12_000 + ThreadLocalRandom.current().nextInt(20_000), PORTS);
    }

    /** The processor time that it has used so far; zero where the system does not tell. */
    Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What is in use: its resident memory, as Linux counts it, after what nobody needs was given back; NaN elsewhere. */
    double usedMegabytes() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return residentMegabytes();
    }

    /** Its resident memory, as Linux counts it; NaN elsewhere. */
    double residentMegabytes() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** How long it has kept processors busy. */
    double cpuSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    /** Ends it in the middle of whatever it does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, and kills it after ten seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** What stands on the first line that begins with this word; waits until it was printed. */
    public String said(String word) {
        return line(word).orTimeout(READY_SECONDS, TimeUnit.SECONDS).join();
    }

    private CompletableFuture<String> line(String word) {
        return said.computeIfAbsent(word, _ -> new CompletableFuture<>());
    }

    private void awaitReady(List<String> arguments) {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread.ofVirtual().name("output").start(() -> read(ready));
        try {
            if (!ready.get(READY_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(arguments + " ended with status " + process.waitFor());
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            kill();
            throw new IllegalStateException(arguments + " does not get ready", e);
        }
    }

    private void read(CompletableFuture<Boolean> ready) {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("ready ")) {
                    ready.complete(true);
                }
                String[] parts = line.split(" ", 2);
                if (parts.length == 2) {
                    line(parts[0]).complete(parts[1]);
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.complete(false);
    }
}
