/** Who acts, with what standing, in which language. */
@NullMarked
package lyceum.kernel.person;

import org.jspecify.annotations.NullMarked;
