package lyceum.web.room;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Links that make somebody a member on one device, once each. They are gone when the hub stops. */
final class Invitations {
    private static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final int BYTES = 20;

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final SecureRandom chance = new SecureRandom();
    private final InstantSource clock;

    Invitations(InstantSource clock) {
        this.clock = clock;
    }

    private record Open(Guest guest, Instant until) {}

    String invite(Guest guest) {
        byte[] code = new byte[BYTES];
        chance.nextBytes(code);
        open.values().removeIf(other -> other.until().isBefore(clock.instant()));
        open.put(Ids.hex(code), new Open(guest, clock.instant().plus(GOOD_FOR)));
        return Ids.hex(code);
    }

    /** Who comes in with this code, which opens nothing any more. */
    Optional<Guest> redeem(String code) {
        return Optional.ofNullable(open.remove(code))
                .filter(found -> found.until().isAfter(clock.instant()))
                .map(Open::guest);
    }
}
