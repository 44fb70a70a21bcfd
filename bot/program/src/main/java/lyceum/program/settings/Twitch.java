package lyceum.program.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import lyceum.config.Secret;
import lyceum.twitch.TwitchSettings;
import lyceum.twitch.TwitchSettings.Account;

/**
 * The bot on Twitch.
 *
 * @param token of the account that speaks
 * @param ownerToken of the channel's owner, for subscriptions and bits; empty means that {@code token} may hear of them
 * @param renewal how tokens that end are renewed; absent where they are not
 * @param channel its name in the address of its page
 * @param api the base address in place of Twitch's own, for the sandbox
 */
public record Twitch(
        Secret token, Optional<Secret> ownerToken, Optional<Renewal> renewal, String channel, Optional<URI> api) {
    public Twitch {
        if (!channel.matches("[a-z0-9_]{1,25}")) {
            throw new IllegalArgumentException(
                    "'%s' is not a channel; write its name in the address of its page, in lower-case letters, digits and _\n“%1$s”不是频道名；请写频道页面地址中的名字，只含小写字母、数字和 _"
                            .formatted(channel));
        }
    }

    /**
     * @param folder keeps what the adapter must know after a restart
     * @param comings whether it is heard who comes and who leaves
     */
    public TwitchSettings adapter(Path folder, TwitchSettings.Pace pace, boolean comings) {
        return new TwitchSettings(
                bot(folder),
                owner(folder).orElse(null),
                channel,
                api.orElse(null),
                folder.resolve("twitch.json"),
                pace,
                comings);
    }

    private Account bot(Path folder) {
        Path file = folder.resolve("twitch-bot.token");
        return new Account(
                token.reveal(),
                renewal.map(with -> with.of(with.refresh(), file)).orElse(null));
    }

    private Optional<Account> owner(Path folder) {
        Path file = folder.resolve("twitch-owner.token");
        Optional<TwitchSettings.Renewal> renewed =
                renewal.flatMap(with -> with.ownerRefresh().map(refresh -> with.of(refresh, file)));
        return ownerToken.map(owner -> new Account(owner.reveal(), renewed.orElse(null)));
    }

    /**
     * The application to which the accounts gave their tokens, and the tokens by which it gets new ones.
     *
     * @param ownerRefresh absent where the owner's token is not renewed
     */
    public record Renewal(String client, Secret secret, Secret refresh, Optional<Secret> ownerRefresh) {
        private TwitchSettings.Renewal of(Secret first, Path file) {
            return new TwitchSettings.Renewal(
                    new TwitchSettings.Application(client, secret.reveal()), first.reveal(), file);
        }
    }
}
