package lyceum.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lyceum.program.bench.Program;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo's hub as a process of its own, so that it can really be killed. It ends with this process, however this one ends. */
final class HubProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubProcess.class);
    private static final String PARENT = "lyceum.parent";
    private static final long PATIENCE_SECONDS = 10;

    private final List<String> command;
    private Process process;
    private boolean closed;

    private HubProcess(List<String> command, Process process) {
        this.command = command;
        this.process = process;
    }

    /**
     * Starts it and passes on what it prints until it is ready.
     *
     * @param arguments of the program
     * @throws Ended if it ended before that; it has said why
     */
    static HubProcess start(List<String> arguments, PrintWriter out) throws IOException, Ended {
        List<String> options = new ArrayList<>(Program.options());
        options.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
        List<String> command = Program.command(options, arguments);
        HubProcess hub = new HubProcess(command, begin(command));
        hub.awaitReady(out);
        return hub;
    }

    /** In the hub's process: ends at once when the process that started it is gone. Nothing where nobody asked for that. */
    static void endWithParent() {
        Long parent = Long.getLong(PARENT);
        if (parent != null) {
            Thread.ofVirtual().name("parent").start(() -> {
                ProcessHandle.of(parent).ifPresent(there -> there.onExit().join());
                Runtime.getRuntime().halt(1);
            });
        }
    }

    /** Kills it in the middle of whatever it does, and starts it again. */
    synchronized void kill() {
        if (closed) {
            return;
        }
        LOG.info("the hub's process {} is killed, and started again", process.pid());
        process.destroyForcibly().onExit().join();
        try {
            process = begin(command);
        } catch (IOException e) {
            throw new UncheckedIOException("the hub does not start again", e);
        }
        Process again = process;
        Thread.ofVirtual().name("hub-output").start(() -> read(again, _ -> {}));
    }

    @Override
    public synchronized void close() {
        closed = true;
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Process begin(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void awaitReady(PrintWriter out) throws Ended {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Process first = process;
        Thread.ofVirtual().name("hub-output").start(() -> {
            read(first, line -> {
                out.println(line);
                out.flush();
                if (line.startsWith("demo ")) {
                    ready.complete(true);
                }
            });
            ready.complete(false);
        });
        if (!ready.join()) {
            throw new Ended(first.onExit().join().exitValue());
        }
    }

    private static void read(Process process, Consumer<String> each) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(line);
            }
        } catch (IOException e) {
            LOG.debug("the hub's process is gone", e);
        }
    }

    /** The hub's process ended before it was ready, with this status; it has said why. */
    static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Ended(int status) {
            super("the hub's process ended with status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
