package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import lyceum.sandbox.world.Json;

/**
 * A user of Telegram: a person or a bot.
 *
 * @param language the code that a person's client reports, such as {@code zh-hans}
 */
record Account(long id, boolean bot, String name, String username, String language) {

    /** The Bot API's User. */
    ObjectNode json() {
        ObjectNode user = Json.object()
                .put("id", id)
                .put("is_bot", bot)
                .put("first_name", name)
                .put("username", username);
        return bot ? user : user.put("language_code", language);
    }
}
