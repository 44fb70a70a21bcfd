package lyceum.javacord;

import lyceum.kernel.platform.Driver.Account;
import org.javacord.api.entity.message.Message;

/** What the hub hears: not itself, and only where the settings say. Any thread. */
final class Hearing {
    private final Account account;
    private final Webhooks webhooks;

    Hearing(Account account, Webhooks webhooks) {
        this.account = account;
        this.webhooks = webhooks;
    }

    boolean hears(Message message) {
        return Reading.said(message)
                && message.getServer()
                        .map(server -> within(server.getIdAsString())
                                && hears(message.getChannel().getId()))
                        .orElse(true)
                && !wrote(message);
    }

    /** Whether a channel of the guild is heard. */
    boolean hears(long channel) {
        return account.rooms().isEmpty() || account.rooms().contains(Ids.room(channel));
    }

    boolean within(String guild) {
        return guild.equals(account.place());
    }

    /** Whether the hub wrote it: as the bot, or through one of its webhooks. */
    boolean wrote(Message message) {
        return message.getAuthor().getWebhookId().map(webhooks::wrote).orElse(false)
                || message.getAuthor().getId() == message.getApi().getYourself().getId();
    }
}
