/** The port to what joins the hub with other processes that serve viewers of its live rooms. */
@NullMarked
package lyceum.kernel.live;

import org.jspecify.annotations.NullMarked;
