package lyceum.twitch;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the hub stands on Twitch.
 *
 * @param token of the account that speaks, without {@code oauth:}
 * @param ownerToken of the channel's owner, who alone may hear of subscriptions and bits; null to do with {@code token}
 * @param channel its login, in lower case
 * @param api the address of another Twitch, as the sandbox's, or null
 * @param notebook the file in which the adapter keeps what it must know after a restart, or null to forget it
 */
public record TwitchSettings(
        String token,
        @Nullable String ownerToken,
        String channel,
        @Nullable URI api,
        @Nullable Path notebook,
        Pace pace) {

    /** Whether the adapter keeps to Twitch's documented rates; off only where there are none. */
    public enum Pace {
        DOCUMENTED,
        OFF
    }

    /** The token stays out of every log. */
    @Override
    public String toString() {
        return "TwitchSettings[" + channel + "]";
    }
}
