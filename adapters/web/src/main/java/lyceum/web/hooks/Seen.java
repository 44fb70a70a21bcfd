package lyceum.web.hooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The newest deliveries that were taken, so that one that comes again is known. What is older, the journal knows. */
final class Seen {
    private static final int MOST = 20_000;

    private final Map<String, Boolean> digests = new LinkedHashMap<>();

    /** Whether it is new, and is being taken now. */
    synchronized boolean begins(String digest) {
        if (digests.putIfAbsent(digest, true) != null) {
            return false;
        }
        if (digests.size() > MOST) {
            digests.remove(digests.keySet().iterator().next());
        }
        return true;
    }

    /** It was not taken after all. */
    synchronized void failed(String digest) {
        digests.remove(digest);
    }

    /** The same for the same body with the same signature. */
    static String digest(String source, Delivery delivery) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {
                source,
                delivery.header("x-patreon-signature"),
                delivery.header("stripe-signature"),
                delivery.header("x-lyceum-signature"),
                delivery.header("x-lyceum-timestamp")
            }) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest(delivery.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
