package lyceum.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * One object of JSON in a file of its own, written whole or not at all.
 *
 * @param file or null to forget it with the process
 */
record Kept(@Nullable Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Empty where nothing was written.
     *
     * @throws UncheckedIOException where it cannot be read
     */
    ObjectNode read() {
        if (file == null || !Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readValue(Files.readString(file), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException("where Telegram's rooms stand now cannot be read: " + file, e);
        }
    }

    /** @throws UncheckedIOException where it cannot be written; what stood before stands still */
    void write(ObjectNode all) {
        if (file == null) {
            return;
        }
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, JSON.writeValueAsString(all));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("where Telegram's rooms stand now cannot be kept: " + file, e);
        }
    }
}
