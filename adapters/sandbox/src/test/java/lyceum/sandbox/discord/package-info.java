/** How Discord's side of the sandbox behaves towards clients that others wrote, and on the bare wire. */
@NullMarked
package lyceum.sandbox.discord;

import org.jspecify.annotations.NullMarked;
