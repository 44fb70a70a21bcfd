package lyceum.program.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What compressed frames say. All viewers get the same bytes, so each frame is inflated once, for the first who has it. */
final class Inflated {
    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};
    private static final int LARGEST = 1 << 20;
    private static final int REMEMBERED = 1_024;

    private final byte[] whole = new byte[LARGEST];
    private final LinkedHashMap<Long, ByteBuffer> newest = new LinkedHashMap<>();

    /** @param message is read to its end */
    ByteBuffer of(ByteBuffer message) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(message.duplicate());
        long name = sum.getValue() << Integer.SIZE | message.remaining();
        ByteBuffer known = newest.get(name);
        if (known == null) {
            known = inflate(message);
            newest.put(name, known);
            if (newest.size() > REMEMBERED) {
                newest.pollFirstEntry();
            }
        }
        return known.duplicate();
    }

    private ByteBuffer inflate(ByteBuffer message) throws IOException {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(message);
            int length = inflater.inflate(whole);
            inflater.setInput(TAIL);
            length += inflater.inflate(whole, length, whole.length - length);
            return ByteBuffer.wrap(Arrays.copyOf(whole, length));
        } catch (DataFormatException e) {
            throw new IOException("a frame that is not deflated", e);
        }
    }
}
