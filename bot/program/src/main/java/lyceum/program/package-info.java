/** The program: all wiring on one page, and the command line. */
@NullMarked
package lyceum.program;

import org.jspecify.annotations.NullMarked;
