/** Linear models over pieces of words and characters: trained the same way every time, taught by decisions, and un-taught. */
@NullMarked
package lyceum.moderation.classify;

import org.jspecify.annotations.NullMarked;
