/** Joined rooms: what is said in one is read in the others. */
@NullMarked
package lyceum.community.bridge;

import org.jspecify.annotations.NullMarked;
