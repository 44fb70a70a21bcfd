package lyceum.discord;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.utils.data.DataObject;

/** By what the hub recognises its own messages. Any thread. */
final class Own {
    private final Set<String> webhooks = ConcurrentHashMap.newKeySet();
    private volatile String bot = "";
    private volatile String application = "";

    void become(String botId, String applicationId) {
        bot = botId;
        application = applicationId;
    }

    String bot() {
        return bot;
    }

    String application() {
        return application;
    }

    void owns(String webhook) {
        webhooks.add(webhook);
    }

    /** Whether the hub wrote a message: as the bot, through one of its webhooks, or in answer to a command. */
    boolean wrote(DataObject message) {
        return message.optObject("author")
                        .map(author -> author.getString("id"))
                        .filter(bot::equals)
                        .isPresent()
                || webhooks.contains(message.getString("webhook_id", ""))
                || application.equals(message.getString("application_id", "-"));
    }
}
