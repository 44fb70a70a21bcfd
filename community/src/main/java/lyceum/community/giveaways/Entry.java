package lyceum.community.giveaways;

import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Language;

/**
 * One person's one entry.
 *
 * @param account with which they entered first
 * @param salt in hex, which is theirs alone to know
 * @param tag in hex, under which the published proof names them
 * @param tickets 0 where they were found at the end of entries to take part no more
 * @param linked whether the person was known in another place, too, when entries were counted last
 */
record Entry(
        long member,
        AuthorId account,
        String name,
        Language language,
        String salt,
        String tag,
        int tickets,
        boolean linked) {
    /** Whether its person asked to be forgotten, so that nobody can claim. */
    boolean forgotten() {
        return salt.isEmpty();
    }
}
