package lyceum.community.giveaways.draw;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;

/** SHA-256 over parts, as the protocol spells them; one instance hashes one thing after the other. */
final class Hash {
    /** Bytes of a hash. */
    static final int SIZE = 32;

    private static final String PREFIX = "lyceum-draw/1/";

    private final MessageDigest sha;

    Hash() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A new hash that begins with the tag of that name. */
    static Hash tagged(String name) {
        return new Hash().raw(tag(name));
    }

    /** The bytes of a tag, without a terminator. */
    static byte[] tag(String name) {
        return (PREFIX + name).getBytes(StandardCharsets.US_ASCII);
    }

    Hash raw(byte[] bytes) {
        sha.update(bytes);
        return this;
    }

    /** {@code lp(bytes)}: their number as u32, then they themselves. */
    Hash sized(byte[] bytes) {
        return raw(u32(bytes.length)).raw(bytes);
    }

    /** {@code lp} of a string. */
    Hash text(String text) {
        return sized(utf8(text));
    }

    Hash u64(long number) {
        return raw(bytes(number));
    }

    /** The hash; the instance begins anew. */
    byte[] done() {
        return sha.digest();
    }

    /** Hashes one range of bytes into another, which may be the same array. */
    void once(byte[] from, int length, byte[] to, int at) {
        sha.update(from, 0, length);
        try {
            sha.digest(to, at, SIZE);
        } catch (DigestException e) {
            throw new IllegalStateException("a hash has no room", e);
        }
    }

    /** A string as the protocol hashes it: NFC, UTF-8. */
    static byte[] utf8(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] u32(int number) {
        return new byte[] {(byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number};
    }

    /** {@code u64(number)}. */
    static byte[] bytes(long number) {
        byte[] bytes = new byte[Long.BYTES];
        put(bytes, 0, number);
        return bytes;
    }

    static void put(byte[] into, int at, long number) {
        for (int i = 0; i < Long.BYTES; i++) {
            into[at + i] = (byte) (number >>> (56 - 8 * i));
        }
    }
}
