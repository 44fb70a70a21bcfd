package lyceum.kernel.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The key that makes a request idempotent where a platform knows such keys: 24 characters, the same for every try of an effect. */
public record Nonce(String value) {
    private static final int LENGTH = 24;
    private static final int BITS_A_CHARACTER = 5;

    /** The first 24 base32 digits (0-9, a-v) of SHA-256 over the installation's id and the effect's number. */
    public static Nonce of(String installation, EffectId effect) {
        byte[] name = installation.getBytes(StandardCharsets.UTF_8);
        byte[] input = ByteBuffer.allocate(name.length + Long.BYTES)
                .put(name)
                .putLong(effect.value())
                .array();
        byte[] digest = sha256(input);
        StringBuilder digits = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            digits.append(digit(digest, i * BITS_A_CHARACTER));
        }
        return new Nonce(digits.toString());
    }

    /** The five bits that begin at {@code bit}, counted from the first byte's highest. */
    private static char digit(byte[] digest, int bit) {
        int first = bit / Byte.SIZE;
        int two = ((digest[first] & 0xff) << Byte.SIZE) | (digest[first + 1] & 0xff);
        return Character.forDigit((two >> (2 * Byte.SIZE - BITS_A_CHARACTER - bit % Byte.SIZE)) & 31, 32);
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
