/** How the sandbox behaves whatever the platform. */
@NullMarked
package lyceum.sandbox;

import org.jspecify.annotations.NullMarked;
