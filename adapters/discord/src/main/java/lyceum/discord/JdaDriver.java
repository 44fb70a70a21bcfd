package lyceum.discord;

import lyceum.kernel.platform.Driver;
import lyceum.kernel.platform.Platform;

/** JDA, by which Discord is reached where the settings name no other driver. */
public final class JdaDriver implements Driver {
    @Override
    public String name() {
        return "jda";
    }

    @Override
    public Platform open(Account account, Surroundings around) {
        DiscordSettings settings = new DiscordSettings(
                account.token(),
                account.place(),
                account.rooms(),
                account.moderator(),
                account.creator(),
                account.extras(),
                account.api());
        return new Discord(settings, around.clock(), around.phrases(), around.files());
    }
}
