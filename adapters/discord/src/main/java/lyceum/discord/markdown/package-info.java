/** Discord's markdown, read and written: pure. */
@NullMarked
package lyceum.discord.markdown;

import org.jspecify.annotations.NullMarked;
