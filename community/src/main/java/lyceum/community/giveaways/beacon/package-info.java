/** Public beacons: their chains, their rounds, and the check of their signatures. */
@NullMarked
package lyceum.community.giveaways.beacon;

import org.jspecify.annotations.NullMarked;
