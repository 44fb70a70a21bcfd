package lyceum.web.room;

import java.time.Instant;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;

/**
 * Who a viewer is.
 *
 * @param id never changes for one person; a member who came by a link has the id of the account that asked for it
 * @param account the same as other viewers may know it
 * @param name what others see; empty for somebody who only reads
 * @param member whether the hub vouches for the name
 * @param until as long as the standing is more than a fan's
 */
record Guest(AuthorId id, String account, String name, Standing standing, boolean member, Instant until) {
    boolean speaks() {
        return !name.isEmpty();
    }

    Guest named(String other) {
        return new Guest(id, account, other, standing, member, until);
    }

    /** The same person as they are at this time. */
    Guest at(Instant now) {
        return now.isBefore(until) ? this : new Guest(id, account, name, Standing.FAN, member, until);
    }

    Speaker speaker(Language language) {
        return new Speaker(id, name, null, standing, false, language);
    }
}
