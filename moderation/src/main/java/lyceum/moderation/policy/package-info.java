/** Policies: which signals let a message pass, hold it for a human, or remove it. */
@NullMarked
package lyceum.moderation.policy;

import org.jspecify.annotations.NullMarked;
