package lyceum.moderation;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * By what a file is known again.
 *
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal digits
 * @param look the difference hash of a picture: 64 bits that stay nearly the same when it is scaled, compressed or written in another
 *     format; null where it is no picture that can be read
 */
public record Fingerprint(
        long size, String sha256, @Nullable Long look) {
    private static final int ACROSS = 8;
    private static final int DOWN = 8;
    /** Larger ones are read in coarser steps; a picture of a few bytes can claim to be as large as it likes. */
    private static final int FINE = 512;

    private static final long MOST_PIXELS = 100_000_000;

    public static Fingerprint of(byte[] bytes) {
        return new Fingerprint(bytes.length, sha256(bytes), look(bytes).orElse(null));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Optional<Long> look(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? look(readers.next(), in) : Optional.empty();
        } catch (IOException | RuntimeException _) {
            return Optional.empty(); // what claims to be a picture and cannot be read is a file like any other
        }
    }

    private static Optional<Long> look(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                return Optional.empty();
            }
            ImageReadParam coarse = reader.getDefaultReadParam();
            int step = Math.max(1, Math.min(width, height) / FINE);
            coarse.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(look(reader.read(0, coarse)));
        } finally {
            reader.dispose();
        }
    }

    /** Whether each of eight points in each of eight rows is brighter than the next. */
    private static long look(BufferedImage picture) {
        BufferedImage small = new BufferedImage(ACROSS + 1, DOWN, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D drawn = small.createGraphics();
        drawn.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawn.drawImage(halved(picture), 0, 0, ACROSS + 1, DOWN, Color.WHITE, null);
        drawn.dispose();
        long look = 0;
        for (int y = 0; y < DOWN; y++) {
            for (int x = 0; x < ACROSS; x++) {
                int here = small.getRaster().getSample(x, y, 0);
                int next = small.getRaster().getSample(x + 1, y, 0);
                look = look << 1 | (here > next ? 1 : 0);
            }
        }
        return look;
    }

    /** In steps, so that each point of the small picture is made of all that stood there. */
    private static BufferedImage halved(BufferedImage picture) {
        BufferedImage now = picture;
        while (now.getWidth() >= 4 * ACROSS && now.getHeight() >= 4 * DOWN) {
            BufferedImage half = new BufferedImage(now.getWidth() / 2, now.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
            Graphics2D drawn = half.createGraphics();
            drawn.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            drawn.drawImage(now, 0, 0, half.getWidth(), half.getHeight(), Color.WHITE, null);
            drawn.dispose();
            now = half;
        }
        return now;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return size + " " + sha256 + (look == null ? "" : " " + Long.toHexString(look));
    }

    /** Empty where the text is none. */
    static Optional<Fingerprint> parse(String text) {
        if (!text.matches("[0-9]{1,18} [0-9a-f]{64}( [0-9a-f]{1,16})?")) {
            return Optional.empty();
        }
        String[] parts = text.split(" ", -1);
        Long look = parts.length < 3 ? null : Long.valueOf(Long.parseUnsignedLong(parts[2], 16));
        return Optional.of(new Fingerprint(Long.parseLong(parts[0]), parts[1], look));
    }
}
