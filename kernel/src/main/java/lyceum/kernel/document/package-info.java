/** What is said: formatted text, phrases in both languages, choices, and how they degrade. */
@NullMarked
package lyceum.kernel.document;

import org.jspecify.annotations.NullMarked;
