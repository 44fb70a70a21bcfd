/**
 * Telegram's side of the sandbox: the Bot API over HTTP.
 *
 * <p>Stable ids: the supergroup {@code general} is -1001000000001, {@code moderators} -1001000000002, {@code subscribers}
 * -1001000000003, the channel {@code announcements} -1001000000004; a person's id is 5000000000 + their number (ada 5000000001, mei
 * ...2, ann ...3, bob ...4, carla ...5, 小明 ...6). Bot 1000 ({@code @lyceum_bot}) is an administrator everywhere, bot 1001
 * ({@code @guest_bot}) a member of {@code general}. In {@code general} stands the topic {@code questions}, whose id is 2: as on
 * Telegram, 1 is no topic that can be named. What {@code general} was before it became a supergroup is -4000000001.
 */
@NullMarked
package lyceum.sandbox.telegram;

import org.jspecify.annotations.NullMarked;
