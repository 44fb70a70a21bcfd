package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** The files that were sent, by id and by the path under which they are fetched. */
final class FileShelf {
    static final int LARGEST_DOWNLOAD = 20 * 1024 * 1024;

    private final Map<String, Stored> byId = new ConcurrentHashMap<>();
    private final Map<String, Stored> byPath = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /** A file on the shelf; the id's last number makes it unique. */
    record Stored(String id, String uniqueId, String path, Upload upload) {
        ObjectNode json() {
            return Json.object()
                    .put("file_id", id)
                    .put("file_unique_id", uniqueId)
                    .put("file_size", upload.bytes().length);
        }
    }

    /** Puts a file on the shelf under a folder such as {@code photos}. */
    Stored put(String folder, Upload upload) {
        return put(folder, upload, last.incrementAndGet());
    }

    Stored put(String folder, Upload upload, long number) {
        last.accumulateAndGet(number, Math::max);
        Stored file = new Stored(
                encoded("sandbox-file:" + folder + ":" + number),
                encoded("u" + number),
                folder + "/file_" + number + ending(upload.name()),
                upload);
        byId.put(file.id(), file);
        byPath.put(file.path(), file);
        return file;
    }

    @Nullable
    Stored byId(String id) {
        return byId.get(id);
    }

    @Nullable
    Stored byPath(String path) {
        return byPath.get(path);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot);
        return ending.matches("\\.[A-Za-z0-9]{1,8}") ? ending : "";
    }
}
