package lyceum.community.giveaways;

import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Language;

/**
 * One person's one entry.
 *
 * @param account with which they entered first
 * @param salt in hex, which is theirs alone to know
 * @param tag in hex, under which the published proof names them
 */
record Entry(long member, AuthorId account, String name, Language language, String salt, String tag) {}
