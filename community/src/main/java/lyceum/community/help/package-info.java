/** What Lyceum says of itself: what one may do here, and what it does with what is said. */
@NullMarked
package lyceum.community.help;

import org.jspecify.annotations.NullMarked;
