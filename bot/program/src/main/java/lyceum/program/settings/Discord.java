package lyceum.program.settings;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import lyceum.config.Secret;
import lyceum.discord.DiscordSettings;

/**
 * The bot on Discord.
 *
 * @param moderatorRole the name of the role whose members are moderators; empty means {@code Moderator}
 * @param creatorRole the name of the role whose members are creators; empty means {@code Creator}
 * @param api the base address in place of {@code https://discord.com/api/v10}, for the sandbox
 */
public record Discord(
        Secret token,
        Snowflake guild,
        Optional<String> moderatorRole,
        Optional<String> creatorRole,
        Optional<URI> api) {
    public DiscordSettings adapter() {
        return new DiscordSettings(
                token.reveal(),
                guild.value(),
                Set.of(),
                moderatorRole.orElse("Moderator"),
                creatorRole.orElse("Creator"),
                api.map(URI::toString).orElse(null));
    }
}
