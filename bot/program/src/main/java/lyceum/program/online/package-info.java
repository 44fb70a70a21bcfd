/** Asks the platforms whether the hub may do what it is set up for. */
@NullMarked
package lyceum.program.online;

import org.jspecify.annotations.NullMarked;
