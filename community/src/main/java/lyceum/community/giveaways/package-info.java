/** Giveaways in all rooms at once, whose draw anybody can verify. */
@NullMarked
package lyceum.community.giveaways;

import org.jspecify.annotations.NullMarked;
