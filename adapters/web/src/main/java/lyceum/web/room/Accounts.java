package lyceum.web.room;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lyceum.kernel.id.AuthorId;

/**
 * How other viewers know an account: one of the live room by its own id, one of another place by a word from which nobody can tell
 * what its number is there.
 */
final class Accounts {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHOWN = 20;

    private final SecretKeySpec key;

    Accounts(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String of(AuthorId id) {
        if (id.platform().equals(Ids.PLATFORM)) {
            return id.value();
        }
        String whole = "account\n" + id.platform().value() + "\n" + id.value();
        return "member-"
                + Ids.hex(signed(whole.getBytes(StandardCharsets.UTF_8))).substring(0, SHOWN);
    }

    /** The key's signature under these bytes. */
    byte[] signed(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
