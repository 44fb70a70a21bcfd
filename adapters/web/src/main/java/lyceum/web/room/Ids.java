package lyceum.web.room;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;

/** How the live room spells what it names. */
final class Ids {
    static final PlatformName PLATFORM = new PlatformName("room");
    private static final int DIGITS = 20;
    private static final int BITS_A_DIGIT = 5;

    private Ids() {}

    static RoomId room(String name) {
        return new RoomId(PLATFORM, name);
    }

    static AuthorId author(String account) {
        return new AuthorId(PLATFORM, account);
    }

    static MessageId line(String room, String line) {
        return new MessageId(room(room), line);
    }

    /** What a viewer says under the same mark is the same line, however often it is sent. */
    static String said(String account, String mark) {
        byte[] text = (account + "\n" + mark).getBytes(StandardCharsets.UTF_8);
        String digits = new BigInteger(1, sha256(text))
                .shiftRight(256 - DIGITS * BITS_A_DIGIT)
                .toString(32);
        return "v" + "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** What the hub says for one effect is the same line, however often it is posted. */
    static String posted(Nonce nonce) {
        return "h" + nonce.value();
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
