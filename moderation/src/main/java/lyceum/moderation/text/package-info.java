/** The views of a message: how it reads once disguises are folded, each character with the way back to the original. */
@NullMarked
package lyceum.moderation.text;

import org.jspecify.annotations.NullMarked;
