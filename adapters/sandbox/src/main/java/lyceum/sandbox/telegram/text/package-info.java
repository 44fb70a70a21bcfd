/** Formatted text as Telegram reads and checks it: entities by UTF-16 offsets, the three parse modes, what it finds by itself. */
@NullMarked
package lyceum.sandbox.telegram.text;

import org.jspecify.annotations.NullMarked;
