/** The port to the passing of time. */
@NullMarked
package lyceum.kernel.clock;

import org.jspecify.annotations.NullMarked;
