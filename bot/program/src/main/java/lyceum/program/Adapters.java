package lyceum.program;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Driver;
import lyceum.kernel.platform.Fetches;
import lyceum.kernel.platform.Files;
import lyceum.kernel.platform.Platform;
import lyceum.program.settings.Discord;
import lyceum.program.settings.HubSettings;
import lyceum.telegram.Telegram;
import lyceum.telegram.TelegramSettings.Pace;
import lyceum.twitch.Twitch;
import lyceum.twitch.TwitchSettings;

/**
 * The platforms that the settings name.
 *
 * @param named the rooms of which the config speaks
 */
record Adapters(HubSettings settings, Phrases phrases, Set<RoomId> named) {
    /** None is connected yet; {@code folder} is where they keep what they must know after a restart. */
    List<Platform> open(InstantSource clock, Pace pace, Path folder) throws Refusal {
        List<Platform> platforms = new ArrayList<>();
        Files files = new Files();
        if (settings.discord().isPresent()) {
            Discord discord = settings.discord().get();
            Driver.Surroundings around = new Driver.Surroundings(clock, phrases, files);
            platforms.add(new Drivers(folder)
                    .open(discord.driver().orElse("jda"), discord.account(settings.bridge()), around));
        }
        settings.telegram()
                .ifPresent(telegram ->
                        platforms.add(new Telegram(telegram.adapter(pace, named, folder), clock, phrases, files)));
        TwitchSettings.Pace chat = TwitchSettings.Pace.valueOf(pace.name());
        boolean comings = settings.bridge().showJoins();
        settings.twitch()
                .ifPresent(twitch -> platforms.add(new Twitch(twitch.adapter(folder, chat, comings), clock, phrases)));
        for (Platform platform : platforms) {
            if (platform instanceof Fetches source) {
                files.from(platform.name(), source);
            }
        }
        return platforms;
    }
}
