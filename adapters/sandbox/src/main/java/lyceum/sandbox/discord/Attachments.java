package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** The files that were sent, in memory, or in the data folder where there is one. */
final class Attachments {
    private final Map<String, byte[]> inMemory = new ConcurrentHashMap<>();
    private final Snowflakes snowflakes;
    private final Supplier<String> url;
    private final @Nullable Path folder;

    Attachments(Snowflakes snowflakes, Supplier<String> url, @Nullable Path data) {
        this.snowflakes = snowflakes;
        this.url = url;
        this.folder = data == null ? null : data.resolve("discord-files");
    }

    /** Stores a file and answers its attachment object. */
    ObjectNode put(long channel, String name, byte[] content) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        String id = Long.toString(snowflakes.next());
        if (folder == null) {
            inMemory.put(id, content);
        } else {
            try {
                Files.createDirectories(folder);
                Files.write(folder.resolve(id), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String address = url.get() + "/discord/attachments/" + channel + "/" + id + "/" + safe;
        ObjectNode attachment =
                Json.object().put("id", id).put("filename", safe).put("size", content.length);
        attachment.put("url", address).put("proxy_url", address).put("content_type", type(safe));
        return attachment;
    }

    static String type(String name) {
        String type = URLConnection.guessContentTypeFromName(name);
        return type == null ? "application/octet-stream" : type;
    }

    Optional<byte[]> find(long id) {
        String name = Long.toString(id);
        try {
            if (folder == null) {
                return Optional.ofNullable(inMemory.get(name));
            }
            return Files.exists(folder.resolve(name))
                    ? Optional.of(Files.readAllBytes(folder.resolve(name)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
