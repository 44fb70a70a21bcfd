package lyceum.twitch;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the hub stands on Twitch.
 *
 * @param bot the account that speaks
 * @param owner the channel's owner, who alone may hear of subscriptions and bits; null to do with {@code bot}
 * @param channel its login, in lower case
 * @param api the address of another Twitch, as the sandbox's, or null
 * @param comings whether it is heard who comes to the chat and who leaves it
 * @param notebook the file in which the adapter keeps what it must know after a restart, or null to forget it
 */
public record TwitchSettings(
        Account bot,
        @Nullable Account owner,
        String channel,
        @Nullable URI api,
        @Nullable Path notebook,
        Pace pace,
        boolean comings) {
    /** Without those who only come and go. */
    public TwitchSettings(
            Account bot,
            @Nullable Account owner,
            String channel,
            @Nullable URI api,
            @Nullable Path notebook,
            Pace pace) {
        this(bot, owner, channel, api, notebook, pace, false);
    }

    /**
     * Somebody on Twitch as whom the hub acts.
     *
     * @param token without {@code oauth:}
     * @param renewal how it is renewed when it ends, or null where it is not
     */
    public record Account(String token, @Nullable Renewal renewal) {
        @Override
        public String toString() {
            return "Account";
        }
    }

    /**
     * How an account's token is renewed.
     *
     * @param refresh the token that was given along with the first one
     * @param file keeps the newest pair, or null to forget it
     */
    public record Renewal(
            Application application,
            String refresh,
            @Nullable Path file) {
        @Override
        public String toString() {
            return "Renewal";
        }
    }

    /** The application to which an account gave its tokens: its client id and secret. */
    public record Application(String id, String secret) {
        @Override
        public String toString() {
            return "Application[" + id + "]";
        }
    }

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
