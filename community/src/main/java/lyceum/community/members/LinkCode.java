package lyceum.community.members;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;
import lyceum.kernel.id.AuthorId;
import org.jspecify.annotations.Nullable;

/**
 * A code by which one account proves that another is the same person's.
 *
 * @param account that asked for it, and was shown it
 * @param name of that account
 * @param overheard whether others could read it too
 * @param claimed the account of another name that gave an overheard code, until the one that asked for it confirms; or null
 */
record LinkCode(
        String code,
        AuthorId account,
        String name,
        boolean overheard,
        Instant until,
        boolean used,
        @Nullable AuthorId claimed) {
    static final Duration VALID = Duration.ofMinutes(10);
    /** Without what is read for another: 0 and O, 1 and I and L. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 6;

    /** 31 to the power of six: with five guesses in a quarter of an hour nobody meets one that is valid. */
    static String fresh(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it is kept, whatever case, width and spacing somebody typed. */
    static String folded(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String code = plain.replaceAll("[^A-Z0-9]", "");
        return code.substring(0, Math.min(code.length(), 32));
    }
}
