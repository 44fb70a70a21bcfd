package lyceum.web.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Standing;

/** What says who a viewer is, signed by the hub: a name for HMAC-SHA256, two parts in base64url with a dot between. */
final class Passes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration GOOD_FOR = Duration.ofDays(180);
    private static final int GUEST_BYTES = 10;
    private static final int LONGEST = 1_000;

    private final Accounts accounts;
    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();

    Passes(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A viewer whom nobody knows. */
    Guest stranger() {
        byte[] account = new byte[GUEST_BYTES];
        chance.nextBytes(account);
        return guest(Ids.author("guest-" + Ids.hex(account)), "", Standing.FAN, Instant.EPOCH);
    }

    /** Somebody whom the hub knows, with this standing until then. */
    Guest member(AuthorId id, String name, Standing standing, Instant until) {
        return new Guest(id, accounts.of(id), name, standing, true, until);
    }

    private Guest guest(AuthorId id, String name, Standing standing, Instant until) {
        return new Guest(id, accounts.of(id), name, standing, false, until);
    }

    String write(Guest guest) {
        String text = JSON.createObjectNode()
                .put("id", guest.id().toString())
                .put("name", guest.member() ? guest.name() : "")
                .put("standing", guest.standing().name().toLowerCase(Locale.ROOT))
                .put("member", guest.member())
                .put("standing-until", guest.until().getEpochSecond())
                .put("until", clock.instant().plus(GOOD_FOR).getEpochSecond())
                .toString();
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return encoded(body) + "." + encoded(accounts.signed(body));
    }

    /** The same person as they are now. */
    Guest now(Guest guest) {
        return guest.at(clock.instant());
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
            return MessageDigest.isEqual(signature, accounts.signed(body))
                    ? guest(JSON.readTree(body))
                    : Optional.empty();
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("bytes that cannot be read", e);
        }
    }

    private Optional<Guest> guest(JsonNode json) {
        Instant now = clock.instant();
        if (Instant.ofEpochSecond(json.path("until").asLong()).isBefore(now)) {
            return Optional.empty();
        }
        AuthorId id = AuthorId.parse(json.path("id").asText());
        String name = json.path("name").asText();
        Standing standing = Standing.valueOf(json.path("standing").asText().toUpperCase(Locale.ROOT));
        Instant until = Instant.ofEpochSecond(json.path("standing-until").asLong());
        boolean known = json.path("member").asBoolean();
        return Optional.of((known ? member(id, name, standing, until) : guest(id, name, standing, until)).at(now));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
