/** Names of rooms, people and messages: opaque outside the adapter that made them. */
@NullMarked
package lyceum.kernel.id;

import org.jspecify.annotations.NullMarked;
