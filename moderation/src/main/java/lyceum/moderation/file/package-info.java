/** A file of rules as people write it: which policy it starts from, and the rules that it adds or changes. */
@NullMarked
package lyceum.moderation.file;

import org.jspecify.annotations.NullMarked;
