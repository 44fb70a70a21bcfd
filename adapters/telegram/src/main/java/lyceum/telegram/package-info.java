/** Telegram as a platform: the Bot API by telegrambots' types and client, heard by a poller that confirms nothing before it is stored. */
@NullMarked
package lyceum.telegram;

import org.jspecify.annotations.NullMarked;
