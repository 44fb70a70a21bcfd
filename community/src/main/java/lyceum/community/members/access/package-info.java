/** Who has paid for what, what they have for it, and how it reaches every place. */
@NullMarked
package lyceum.community.members.access;

import org.jspecify.annotations.NullMarked;
