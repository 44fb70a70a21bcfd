package lyceum.program.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which places a measured hub joins. */
enum Places {
    /** Discord and Telegram. */
    TWO,
    /** Stream chat and a live room as well, as in the demo. */
    FOUR;

    /**
     * A hub as a process of its own, with a fresh console port.
     *
     * @param folder keeps its data and its log
     * @param options for Java
     * @param sandbox the sandbox's address
     */
    Program hub(Path folder, List<String> options, String sandbox) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "demo",
                "--sandbox",
                sandbox,
                "--port",
                String.valueOf(Program.freePorts()),
                "--data",
                folder.resolve("data").toString(),
                "--no-story"));
        if (this == TWO) {
            arguments.addAll(List.of("--config", twoPlaces(folder).toString()));
        }
        return Program.start(folder.resolve("hub.log"), options, arguments);
    }

    private static Path twoPlaces(Path folder) throws IOException {
        Path file = folder.resolve("two-places.yaml");
        try (InputStream in = Objects.requireNonNull(Places.class.getResourceAsStream("two-places.yaml"))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
