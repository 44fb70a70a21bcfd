/** Word lists: one automaton finds every word in every disguise at once, and vetoes keep what only looks like a find from being one. */
@NullMarked
package lyceum.moderation.words;

import org.jspecify.annotations.NullMarked;
