package lyceum.program.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import lyceum.config.Secret;
import lyceum.kernel.id.RoomId;
import lyceum.telegram.TelegramSettings;
import lyceum.telegram.TelegramSettings.Pace;

/**
 * The bot on Telegram.
 *
 * @param api the base address in place of {@code https://api.telegram.org}, for the sandbox
 */
public record Telegram(Secret token, Optional<URI> api) {
    /**
     * @param named the rooms that the config names
     * @param folder keeps what the adapter must know after a restart
     */
    public TelegramSettings adapter(Pace pace, Set<RoomId> named, Path folder) {
        return new TelegramSettings(
                token.reveal(), Set.of(), api.orElse(TelegramSettings.TELEGRAM), pace, named, folder);
    }
}
