/** The live room: the hub's own place to talk, for thousands of viewers beside a class. */
@NullMarked
package lyceum.web.room;

import org.jspecify.annotations.NullMarked;
