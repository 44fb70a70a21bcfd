package lyceum.web.room;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.eclipse.jetty.websocket.core.AbstractExtension;
import org.eclipse.jetty.websocket.core.ExtensionConfig;

/**
 * {@code permessage-deflate} (RFC 7692) with no context from one message to the next: so a frame is compressed once and its bytes serve
 * all viewers, and nothing is kept for each. This end of it only lets compressed frames through; {@link Chunk} and {@link Viewer} make
 * and read them.
 */
public final class Deflate extends AbstractExtension {
    static final String NAME = "permessage-deflate";
    /** Ends every flush, and is left out on the wire. */
    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

    private static final String LARGEST_WINDOW = "15";

    /** What deflating may add to a short message. */
    private static final int SPARE = 64;

    /** Called by Jetty, for each connection. */
    public Deflate() {}

    @Override
    public boolean isRsv1User() {
        return true;
    }

    /** What is answered to these offers; empty where none can be taken: the window of Java's deflater is 32 KB, and never smaller. */
    static Optional<ExtensionConfig> accepts(List<ExtensionConfig> offers) {
        return offers.stream()
                .filter(offer -> offer.getName().equals(NAME))
                .filter(offer -> offer.getParameter("server_max_window_bits", LARGEST_WINDOW)
                        .equals(LARGEST_WINDOW))
                .findFirst()
                .map(_ -> ExtensionConfig.parse(NAME + ";server_no_context_takeover;client_no_context_takeover"));
    }

    static byte[] deflated(byte[] message) {
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(message);
            byte[] whole = new byte[message.length + message.length / 1_000 + SPARE];
            int length = deflater.deflate(whole, 0, whole.length, Deflater.SYNC_FLUSH);
            return Arrays.copyOf(whole, length - TAIL.length);
        }
    }

    /**
     * @param most bytes that it may become
     * @return empty where it is more
     */
    static Optional<ByteBuffer> inflated(ByteBuffer message, int most) throws DataFormatException {
        try (Inflater inflater = new Inflater(true)) {
            byte[] whole = new byte[most + 1];
            inflater.setInput(message);
            int length = inflater.inflate(whole);
            inflater.setInput(TAIL);
            length += inflater.inflate(whole, length, whole.length - length);
            return length > most ? Optional.empty() : Optional.of(ByteBuffer.wrap(whole, 0, length));
        }
    }
}
