/** What shall be done, as imperatives that a feature returns and the hub carries out. */
@NullMarked
package lyceum.kernel.effect;

import org.jspecify.annotations.NullMarked;
