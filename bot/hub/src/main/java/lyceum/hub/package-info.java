/**
 * The hub: one lane decides, one transaction keeps, and only then the shell does.
 *
 * <p>An event comes in by {@link lyceum.hub.Hub#accept}, is scored on all cores, and waits for its turn in the {@link
 * lyceum.hub.Lane}. The turn runs the features, and what they ask for becomes rows of the outbox in the same commit. The {@link
 * lyceum.hub.Shell} carries the rows out, room by room, and their receipts come back through the lane.
 */
@NullMarked
package lyceum.hub;

import org.jspecify.annotations.NullMarked;
