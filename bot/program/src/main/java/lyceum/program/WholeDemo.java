package lyceum.program;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.demo.Direction;
import org.jspecify.annotations.Nullable;

/** The sandbox in this process and the hub in another, so that the demo page can kill the hub for real. */
final class WholeDemo implements AutoCloseable {
    private final Opened open = new Opened();
    private volatile @Nullable HubProcess hub;

    /**
     * Starts both and prints what the hub prints: its lines {@code ready}, {@code sign-in} and {@code demo}.
     *
     * @throws HubProcess.Ended if the hub did not start; it has said why
     */
    WholeDemo(Demo.Options options, PrintWriter out) throws Refusal, IOException, HubProcess.Ended {
        try {
            Path folder = options.data() == null ? Files.createTempDirectory("lyceum-demo-") : options.data();
            open.add(DataFolder.take(folder));
            Ports.requireFree(options.port(), 3);
            Direction direction = new Direction(options.story(), this::killHub);
            Sandbox sandbox = open.add(sandbox(options, folder.resolve("sandbox"), direction));
            List<String> arguments = new ArrayList<>(List.of(
                    "demo",
                    "--sandbox",
                    sandbox.url(),
                    "--port",
                    String.valueOf(options.port()),
                    "--data",
                    folder.toString()));
            if (options.config() != null) {
                arguments.addAll(List.of("--config", options.config().toString()));
            }
            hub = open.add(HubProcess.start(arguments, out));
        } catch (Refusal | IOException | HubProcess.Ended | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The sandbox alone, on the two ports after the console's. */
    static Sandbox sandbox(Demo.Options options, @Nullable Path data, Direction direction) throws Refusal {
        Ports.requireFree(options.port() + 1, 2);
        return Sandbox.start(
                new SandboxSettings(options.port() + 1, options.port() + 2, data, options.limits()),
                direction,
                SandboxBeacon.played());
    }

    private void killHub() {
        HubProcess there = hub;
        if (there != null) {
            there.kill();
        }
    }

    @Override
    public void close() {
        open.close();
    }
}
