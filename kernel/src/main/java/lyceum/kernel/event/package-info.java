/** What happened, in the past tense. */
@NullMarked
package lyceum.kernel.event;

import org.jspecify.annotations.NullMarked;
