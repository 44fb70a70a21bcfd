/** The gate: what is said is judged before anybody repeats it, and where a program is unsure, a moderator decides. */
@NullMarked
package lyceum.moderation;

import org.jspecify.annotations.NullMarked;
