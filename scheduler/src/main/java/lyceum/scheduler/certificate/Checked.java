package lyceum.scheduler.certificate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;

/**
 * What came of checking a certificate. The signature shows that nothing was changed since the holder of the key signed it; whose key
 * it is, its fingerprint tells those who know it.
 *
 * @param lines what to show
 */
public record Checked(boolean valid, List<Say> lines) {
    private static final String SIGNATURE = "signature: ";
    private static final String KEY = "key: ";
    private static final int FINGERPRINT_BYTES = 8;
    private static final int LONGEST = 1_000_000;

    public Checked {
        lines = List.copyOf(lines);
    }

    /** Reads nothing but these bytes. Line ends of other systems and blank lines at the end do no harm. */
    public static Checked of(byte[] file) {
        try {
            if (file.length > LONGEST) {
                return invalid("certificate-none");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString()
                    .replace("\uFEFF", "")
                    .replace("\r\n", "\n")
                    .strip();
            int at = text.lastIndexOf("\n" + SIGNATURE);
            if (!text.startsWith(Certificate.FIRST_LINE + "\n") || at < 0) {
                return invalid("certificate-none");
            }
            return checked(text.substring(0, at + 1), text.substring(at + 1 + SIGNATURE.length()));
        } catch (CharacterCodingException e) {
            return invalid("certificate-none");
        }
    }

    private static Checked checked(String signed, String signature) {
        List<String> lines = Arrays.asList(signed.split("\n"));
        String key = lines.getLast().startsWith(KEY) ? lines.getLast().substring(KEY.length()) : "";
        try {
            byte[] encoded = Base64.getDecoder().decode(key);
            PublicKey publicKey =
                    KeyFactory.getInstance(Signer.ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
            Signature check = Signature.getInstance(Signer.ALGORITHM);
            check.initVerify(publicKey);
            check.update(signed.getBytes(StandardCharsets.UTF_8));
            if (!check.verify(Base64.getDecoder().decode(signature))) {
                return invalid("certificate-changed");
            }
            return valid(lines.subList(1, lines.size() - 1), encoded);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return invalid("certificate-changed");
        }
    }

    private static Checked valid(List<String> lines, byte[] key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
        List<Say> shown = new ArrayList<>();
        shown.add(Phrase.of("classes.certificate-valid"));
        lines.forEach(line -> shown.add(Text.of(line)));
        shown.add(Phrase.of(
                "classes.certificate-key", HexFormat.of().formatHex(Arrays.copyOf(digest, FINGERPRINT_BYTES))));
        return new Checked(true, shown);
    }

    private static Checked invalid(String key) {
        return new Checked(false, List.of(Phrase.of("classes." + key)));
    }
}
