package lyceum.web.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lyceum.kernel.person.Standing;

/** What says who a viewer is, signed by the hub: a name for HMAC-SHA256, two parts in base64url with a dot between. */
final class Passes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration GOOD_FOR = Duration.ofDays(180);
    private static final int GUEST_BYTES = 10;
    private static final int LONGEST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();

    Passes(byte[] key, InstantSource clock) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.clock = clock;
    }

    /** A viewer whom nobody knows. */
    Guest stranger() {
        byte[] account = new byte[GUEST_BYTES];
        chance.nextBytes(account);
        return new Guest("guest-" + Ids.hex(account), "", Standing.FAN, false);
    }

    String write(Guest guest) {
        String text = JSON.createObjectNode()
                .put("account", guest.account())
                .put("name", guest.member() ? guest.name() : "")
                .put("standing", guest.standing().name().toLowerCase(Locale.ROOT))
                .put("member", guest.member())
                .put("until", clock.instant().plus(GOOD_FOR).getEpochSecond())
                .toString();
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return encoded(body) + "." + encoded(signed(body));
    }

    /** Empty for what this hub did not sign, or too long ago. */
    Optional<Guest> read(String pass) {
        String[] parts = pass.split("\\.", -1);
        if (pass.length() > LONGEST || parts.length != 2) {
            return Optional.empty();
        }
        try {
            byte[] body = Base64.getUrlDecoder().decode(parts[0]);
            byte[] signature = Base64.getUrlDecoder().decode(parts[1]);
            return MessageDigest.isEqual(signature, signed(body)) ? guest(JSON.readTree(body)) : Optional.empty();
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("bytes that cannot be read", e);
        }
    }

    private Optional<Guest> guest(JsonNode json) {
        Instant until = Instant.ofEpochSecond(json.path("until").asLong());
        return until.isBefore(clock.instant())
                ? Optional.empty()
                : Optional.of(new Guest(
                        json.path("account").asText(),
                        json.path("name").asText(),
                        Standing.valueOf(json.path("standing").asText().toUpperCase(Locale.ROOT)),
                        json.path("member").asBoolean()));
    }

    private byte[] signed(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
