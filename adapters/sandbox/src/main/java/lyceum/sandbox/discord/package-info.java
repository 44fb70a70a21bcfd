/** Discord's side of the sandbox: REST v10, gateway v10, and what its people do there. */
@NullMarked
package lyceum.sandbox.discord;

import org.jspecify.annotations.NullMarked;
