package lyceum.web.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures, compared in a time that tells nothing about them. */
final class Secrets {
    /** What the services themselves advise: longer than any slow network, shorter than a thief needs. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int LONGEST_TIME = 12;

    private Secrets() {}

    /** @param algorithm as {@code HmacSHA256} */
    static String sign(String algorithm, String secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                given.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #same}, where capitals matter. */
    static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code TIME.BODY}, of which both Stripe and the generic signature are made. */
    static byte[] timed(String seconds, byte[] body) {
        byte[] head = (seconds + ".").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** @param seconds since 1970, as they came */
    static boolean recent(String seconds, Instant now) {
        return seconds.matches("[0-9]{1," + LONGEST_TIME + "}")
                && near(Instant.ofEpochSecond(Long.parseLong(seconds)), now, WINDOW);
    }

    static boolean near(Instant at, Instant now, Duration window) {
        return Duration.between(at, now).abs().compareTo(window) <= 0;
    }
}
