/** The rules of the house that a compiler cannot keep. */
@NullMarked
package lyceum.program.house;

import org.jspecify.annotations.NullMarked;
