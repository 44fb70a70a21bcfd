package lyceum.program.settings;

import java.net.URI;
import java.util.Optional;
import lyceum.config.Secret;

/**
 * The bot on Telegram.
 *
 * @param api the base address in place of {@code https://api.telegram.org}, for the sandbox
 */
public record Telegram(Secret token, Optional<URI> api) {}
