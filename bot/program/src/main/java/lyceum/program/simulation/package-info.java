/** A hub with joined rooms in a time that is not the world's: hours of talk in minutes, and every message counted. */
@NullMarked
package lyceum.program.simulation;

import org.jspecify.annotations.NullMarked;
