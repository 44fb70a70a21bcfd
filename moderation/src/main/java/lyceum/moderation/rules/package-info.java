/** The rules: each looks at one message and says what it objects to, where, and how much. */
@NullMarked
package lyceum.moderation.rules;

import org.jspecify.annotations.NullMarked;
