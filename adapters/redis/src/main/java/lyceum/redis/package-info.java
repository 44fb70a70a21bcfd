/** Joins the hub with processes that serve viewers, over Redis Streams. */
@NullMarked
package lyceum.redis;

import org.jspecify.annotations.NullMarked;
