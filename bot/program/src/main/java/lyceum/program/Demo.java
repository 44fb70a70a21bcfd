package lyceum.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import lyceum.config.Settings;
import lyceum.config.SettingsRefused;
import lyceum.program.settings.HubSettings;
import lyceum.sandbox.world.Limits;
import lyceum.telegram.TelegramSettings.Pace;
import org.jspecify.annotations.Nullable;

/** The hub against a sandbox that runs already: no account, no token. */
final class Demo implements AutoCloseable {
    private static final String CREATOR = "ada";

    private final Opened open = new Opened();

    /**
     * How a demo is started.
     *
     * @param port of the console; the sandbox stands on the next one
     * @param data what keeps the hub and the sandbox between two starts; null for a folder of its own each time
     * @param story whether the story begins with the page's first visitor
     * @param config settings in place of the demo's own, or null
     */
    record Options(
            int port,
            @Nullable Path data,
            Limits limits,
            boolean story,
            @Nullable Path config) {}

    /**
     * Starts the hub and prints the lines {@code ready} and {@code demo}.
     *
     * @param sandbox the sandbox's address, without a slash at the end
     */
    Demo(Options options, String sandbox, PrintWriter out)
            throws Refusal, SettingsRefused, IOException, InterruptedException {
        try {
            Path folder = options.data() == null ? Files.createTempDirectory("lyceum-demo-") : options.data();
            DataFolder hubFolder = open.add(DataFolder.take(folder.resolve("hub")));
            Ports.requireFree(options.port(), 1);
            WorldTime time = open.add(WorldTime.follow(sandbox));
            Pace pace = time.hurried() ? Pace.OFF : Pace.DOCUMENTED;
            HubSettings settings = settings(options, hubFolder.path(), sandbox);
            Cell cell = open.add(Cell.start(settings, new Cell.Surroundings(hubFolder, time, pace)));
            time.whenSet(cell.hub()::clockWasSet);
            if (cell.room().isPresent()) {
                RoomPeople.register(sandbox, cell.console(), cell.room().get());
            }
            out.println("ready console=" + cell.console() + " sandbox=" + sandbox + " irc=" + irc(sandbox));
            out.println("sign-in " + cell.invitation(CREATOR));
            out.println("demo " + sandbox + "/");
            out.flush();
        } catch (Refusal | SettingsRefused | IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Twitch's chat over TCP stands on the port after the sandbox's. */
    private static String irc(String sandbox) {
        URI address = URI.create(sandbox);
        return address.getHost() + ":" + (address.getPort() + 1);
    }

    @Override
    public void close() {
        open.close();
    }

    private static HubSettings settings(Options options, Path folder, String sandbox)
            throws IOException, SettingsRefused {
        Path given = options.config();
        Path file = given == null ? own(folder) : given;
        return Settings.read(
                file, HubSettings.class, Map.of("SANDBOX", sandbox, "PORT", String.valueOf(options.port())));
    }

    /** Puts the demo's settings beside its data, where people can read them. */
    private static Path own(Path folder) throws IOException {
        Path file = folder.resolve("lyceum.yaml");
        try (InputStream in = Objects.requireNonNull(Demo.class.getResourceAsStream("demo.yaml"))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
