/** Asks whoever sets the hub up, and writes the config. */
@NullMarked
package lyceum.program.setup;

import org.jspecify.annotations.NullMarked;
