package lyceum.telegram;

import java.time.InstantSource;

/**
 * Who the hub is on Telegram.
 *
 * @param name the bot's user name, without {@code @}
 * @param hearsAll whether privacy mode is off, so that the bot hears groups where it is no administrator
 */
record Self(long id, String name, boolean hearsAll, InstantSource clock) {}
