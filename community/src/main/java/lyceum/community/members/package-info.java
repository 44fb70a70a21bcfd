/** Who is who: people, their accounts, and what they asked Lyceum to respect. */
@NullMarked
package lyceum.community.members;

import org.jspecify.annotations.NullMarked;
