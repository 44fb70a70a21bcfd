package lyceum.web.room;

import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;

/**
 * Who a viewer is.
 *
 * @param account never changes for one person; the value of their author id
 * @param name what others see; empty for somebody who only reads
 * @param member whether the hub vouches for the name
 */
record Guest(String account, String name, Standing standing, boolean member) {
    boolean speaks() {
        return !name.isEmpty();
    }

    Guest named(String other) {
        return new Guest(account, other, standing, member);
    }

    Speaker speaker(Language language) {
        return new Speaker(Ids.author(account), name, null, standing, false, language);
    }
}
