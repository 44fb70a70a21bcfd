/** Polls that count people, not accounts, in all rooms at once. */
@NullMarked
package lyceum.community.polls;

import org.jspecify.annotations.NullMarked;
