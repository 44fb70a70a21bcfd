package lyceum.web.room;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Links that make somebody a member on one device, once each. They are gone when the hub stops. Any thread. */
final class Invitations {
    static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final int BYTES = 20;
    private static final int MOST = 10_000;

    private final Map<String, Open> open = new LinkedHashMap<>();
    private final SecureRandom chance = new SecureRandom();
    private final InstantSource clock;

    Invitations(InstantSource clock) {
        this.clock = clock;
    }

    private record Open(Guest guest, Instant until) {}

    synchronized String invite(Guest guest) {
        byte[] code = new byte[BYTES];
        chance.nextBytes(code);
        open.put(Ids.hex(code), new Open(guest, clock.instant().plus(GOOD_FOR)));
        Iterator<Open> oldest = open.values().iterator();
        while (open.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
        return Ids.hex(code);
    }

    /** Who comes in with this code, which opens nothing any more. */
    synchronized Optional<Guest> redeem(String code) {
        return Optional.ofNullable(open.remove(code))
                .filter(found -> clock.instant().isBefore(found.until()))
                .map(Open::guest);
    }
}
