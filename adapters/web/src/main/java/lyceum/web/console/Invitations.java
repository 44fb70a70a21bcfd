package lyceum.web.console;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lyceum.kernel.person.Speaker;

/** Links that sign one person in once. Any thread. */
final class Invitations {
    private static final int MOST = 1_000;

    private final SecureRandom chance = new SecureRandom();
    private final Map<String, Invitation> open = new LinkedHashMap<>();
    private final InstantSource clock;

    Invitations(InstantSource clock) {
        this.clock = clock;
    }

    /** The secret part of a link that works once, for so long. */
    synchronized String invite(Speaker speaker, Duration valid) {
        String token = Tokens.fresh(chance);
        open.put(Tokens.hash(token), new Invitation(speaker, clock.instant().plus(valid)));
        Iterator<Invitation> oldest = open.values().iterator();
        while (open.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
        return token;
    }

    /** Who is invited, if the link still works; it works no more. */
    synchronized Optional<Speaker> take(String token) {
        return Optional.ofNullable(open.remove(Tokens.hash(token)))
                .filter(invitation -> clock.instant().isBefore(invitation.until()))
                .map(Invitation::speaker);
    }

    private record Invitation(Speaker speaker, Instant until) {}
}
