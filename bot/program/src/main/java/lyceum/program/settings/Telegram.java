package lyceum.program.settings;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import lyceum.config.Secret;
import lyceum.telegram.TelegramSettings;
import lyceum.telegram.TelegramSettings.Pace;

/**
 * The bot on Telegram.
 *
 * @param api the base address in place of {@code https://api.telegram.org}, for the sandbox
 */
public record Telegram(Secret token, Optional<URI> api) {
    public TelegramSettings adapter(Pace pace) {
        return new TelegramSettings(token.reveal(), Set.of(), api.orElse(TelegramSettings.TELEGRAM), pace);
    }
}
