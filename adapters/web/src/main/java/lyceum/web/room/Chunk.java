package lyceum.web.room;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What goes to all viewers of a room in one frame: encoded once, its bytes shared by all.
 */
record Chunk(ByteBuffer bytes) {
    static Chunk of(List<Entry> entries, long cursor) {
        return of("{\"is\":\"lines\",\"cursor\":" + cursor + ",\"lines\":["
                + entries.stream().map(Entry::json).collect(Collectors.joining(",")) + "]}");
    }

    static Chunk of(String text) {
        return new Chunk(direct(text));
    }

    /** Outside the heap, so that the system takes the bytes as they lie at each of thousands of writes. */
    private static ByteBuffer direct(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    ByteBuffer view() {
        return bytes.asReadOnlyBuffer();
    }
}
