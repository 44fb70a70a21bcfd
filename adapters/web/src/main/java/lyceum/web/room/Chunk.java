package lyceum.web.room;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/**
 * What goes to all viewers of a room in one frame: encoded once, and compressed once, its bytes shared by all.
 *
 * @param deflated the same for those who take it so
 */
record Chunk(ByteBuffer plain, ByteBuffer deflated) {
    static Chunk of(List<Entry> entries, long cursor) {
        return of("{\"is\":\"lines\",\"cursor\":" + cursor + ",\"lines\":["
                + entries.stream().map(Entry::json).collect(Collectors.joining(",")) + "]}");
    }

    static Chunk of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Chunk(direct(bytes), direct(Deflate.deflated(bytes)));
    }

    /** Outside the heap, so that the system takes the bytes as they lie at each of thousands of writes. */
    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /** @param deflates whether this viewer takes what is compressed */
    Frame frame(boolean deflates) {
        Frame frame = new Frame(OpCode.TEXT, (deflates ? deflated : plain).asReadOnlyBuffer());
        frame.setRsv1(deflates);
        return frame;
    }
}
