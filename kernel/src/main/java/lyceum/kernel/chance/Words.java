package lyceum.kernel.chance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The stream of numbers that a key fixes, of the protocol {@code lyceum-draw/1}: blocks of four words each, used in order. */
public final class Words {
    private static final byte[] BLOCK = ascii("lyceum-draw/1/block");
    private static final byte[] TIE = ascii("lyceum-draw/1/tie");

    private final Mac mac;
    private long block;
    private ByteBuffer words = ByteBuffer.allocate(0);

    /** @param key 32 bytes: K of the protocol */
    public Words(byte[] key) {
        mac = keyed(key);
    }

    /**
     * The stream that breaks ties.
     *
     * @param seed published; none at all is the same as zeros
     */
    public static Words forTies(byte[] seed) {
        return new Words(keyed(seed.length == 0 ? new byte[1] : seed).doFinal(TIE));
    }

    /** HMAC-SHA-256, keyed and ready for any number of messages. */
    public static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /**
     * A number from 0 to {@code bound - 1}, each equally likely: words from the incomplete end of the range are passed over.
     *
     * @param bound at least 1; a bound of 1 takes a word too
     */
    public long below(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("nothing is below " + bound);
        }
        long surplus = Long.remainderUnsigned(Long.remainderUnsigned(-1L, bound) + 1, bound);
        long word = next();
        while (Long.compareUnsigned(word, -1L - surplus) > 0) {
            word = next();
        }
        return Long.remainderUnsigned(word, bound);
    }

    private long next() {
        if (!words.hasRemaining()) {
            mac.update(BLOCK);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, block++));
            words = ByteBuffer.wrap(mac.doFinal());
        }
        return words.getLong();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
