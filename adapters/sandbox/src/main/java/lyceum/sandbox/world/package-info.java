/** What every platform's side of the sandbox shares: its time, people, faults, log and store. */
@NullMarked
package lyceum.sandbox.world;

import org.jspecify.annotations.NullMarked;
