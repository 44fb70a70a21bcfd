/** Chance that anybody can repeat: numbers that follow from a published key. */
@NullMarked
package lyceum.kernel.chance;

import org.jspecify.annotations.NullMarked;
