package lyceum.program.settings;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import lyceum.config.Secret;
import lyceum.kernel.platform.Driver;

/**
 * The bot on Discord.
 *
 * @param moderatorRole the name of the role whose members are moderators; empty means {@code Moderator}
 * @param creatorRole the name of the role whose members are creators; empty means {@code Creator}
 * @param driver the library by which Discord is reached: {@code jda}, or that of a jar which was put beside; empty means {@code jda}
 * @param api the base address in place of {@code https://discord.com/api/v10}, for the sandbox
 */
public record Discord(
        Secret token,
        Snowflake guild,
        Optional<String> moderatorRole,
        Optional<String> creatorRole,
        Optional<String> driver,
        Optional<URI> api) {
    /** @param bridge says what is heard beside what people say */
    public Driver.Account account(Bridge bridge) {
        return new Driver.Account(
                token.reveal(),
                guild.value(),
                Set.of(),
                moderatorRole.orElse("Moderator"),
                creatorRole.orElse("Creator"),
                new Driver.Extras(bridge.showJoins(), bridge.showTyping()),
                api.map(URI::toString).orElse(null));
    }
}
