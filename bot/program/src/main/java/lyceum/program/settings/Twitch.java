package lyceum.program.settings;

import java.net.URI;
import java.util.Optional;
import lyceum.config.Secret;

/**
 * The bot on Twitch.
 *
 * @param token of the account that speaks
 * @param ownerToken of the channel's owner, for subscriptions and bits; empty means that {@code token} may hear of them
 * @param channel its name in the address of its page
 * @param api the base address in place of Twitch's own, for the sandbox
 */
public record Twitch(Secret token, Optional<Secret> ownerToken, String channel, Optional<URI> api) {
    public Twitch {
        if (!channel.matches("[a-z0-9_]{1,25}")) {
            throw new IllegalArgumentException(
                    "'%s' is not a channel; write its name in the address of its page, in lower-case letters, digits and _\n“%1$s”不是频道名；请写频道页面地址中的名字，只含小写字母、数字和 _"
                            .formatted(channel));
        }
    }
}
