package lyceum.program.settings;

import java.net.URI;
import java.util.Optional;
import lyceum.config.Secret;

/**
 * The bot on Discord.
 *
 * @param api the base address in place of {@code https://discord.com/api/v10}, for the sandbox
 */
public record Discord(Secret token, Snowflake guild, Optional<URI> api) {}
