/** The port to the platforms: one small duty, and an interface for each further ability. */
@NullMarked
package lyceum.kernel.platform;

import org.jspecify.annotations.NullMarked;
