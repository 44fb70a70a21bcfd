/** The live room's people: real clients of the room that a hub serves. */
@NullMarked
package lyceum.sandbox.room;

import org.jspecify.annotations.NullMarked;
