package lyceum.program.online;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.program.online.DiscordDoor.Application;
import lyceum.program.online.TelegramDoor.Rights;
import lyceum.program.online.TelegramDoor.Self;
import lyceum.program.settings.Discord;
import lyceum.program.settings.HubSettings;
import lyceum.program.settings.Room;
import lyceum.program.settings.Telegram;

/** Everything that a platform would refuse the hub as it is set up, with the click that mends it. */
public final class OnlineCheck {
    private final HubSettings settings;
    private final List<Phrase> found = new ArrayList<>();

    public OnlineCheck(HubSettings settings) {
        this.settings = settings;
    }

    /** Blocks while the platforms are asked; empty if all is well. */
    public List<Phrase> run() {
        settings.discord().ifPresent(this::discord);
        settings.telegram().ifPresent(this::telegram);
        settings.twitch().ifPresent(twitch -> found.addAll(new TwitchCheck(twitch).run()));
        return List.copyOf(found);
    }

    private void discord(Discord discord) {
        if (!DiscordDoor.looksLikeToken(discord.token().reveal())) {
            add("discord.token");
            return;
        }
        try (DiscordDoor door = DiscordDoor.of(discord)) {
            Optional<Application> application = door.application();
            if (application.isEmpty()) {
                add("discord.token");
                return;
            }
            if (!application.get().readsText()) {
                add("discord.intent", application.get().id());
            }
            if (settings.bridge().showJoins() && !application.get().seesMembers()) {
                add("discord.members-intent", application.get().id());
            }
            guild(door, discord.guild().value(), application.get().id());
        } catch (IOException e) {
            add("unreachable", "Discord");
        }
    }

    private void guild(DiscordDoor door, String guild, String bot) throws IOException {
        OptionalLong granted = door.granted(guild, bot);
        if (granted.isEmpty()) {
            add("discord.absent", guild, Permission.invite(bot).toString());
            return;
        }
        Set<Permission> missing = Permission.missing(granted.getAsLong());
        if (!missing.isEmpty()) {
            found.add(Phrase.of(
                    "program.discord.permissions",
                    Text.of(titles(missing)),
                    Text.of(Permission.invite(bot).toString())));
        }
        for (String channel : rooms("discord")) {
            channel(door, guild, bot, channel, missing);
        }
    }

    /** Only what is missing there besides what is missing everywhere. */
    private void channel(DiscordDoor door, String guild, String bot, String channel, Set<Permission> everywhere)
            throws IOException {
        OptionalLong granted = door.granted(guild, bot, channel);
        if (granted.isEmpty()) {
            add("discord.channel", channel);
            return;
        }
        Set<Permission> missing = Permission.missing(granted.getAsLong());
        missing.removeAll(everywhere);
        if (!missing.isEmpty()) {
            found.add(Phrase.of("program.discord.channel-permissions", channel, titles(missing)));
        }
    }

    private static String titles(Set<Permission> permissions) {
        return permissions.stream().map(Permission::title).collect(Collectors.joining(", "));
    }

    private void telegram(Telegram telegram) {
        if (!TelegramDoor.looksLikeToken(telegram.token().reveal())) {
            add("telegram.token");
            return;
        }
        try (TelegramDoor door = TelegramDoor.of(telegram)) {
            Optional<Self> self = door.self();
            if (self.isEmpty()) {
                add("telegram.token");
                return;
            }
            if (self.get().webhook()) {
                add("telegram.webhook");
            }
            for (String chat : rooms("telegram")) {
                chat(door, self.get(), chat);
            }
        } catch (IOException e) {
            add("unreachable", "Telegram");
        }
    }

    private void chat(TelegramDoor door, Self self, String chat) throws IOException {
        Optional<Rights> rights = door.rights(chat, self.id());
        if (rights.isEmpty()) {
            add("telegram.absent", chat, self.username());
        } else if (!rights.get().administrator()) {
            add(self.hearsAll() ? "telegram.powerless" : "telegram.privacy", chat, self.username());
        } else if (!rights.get().deletes()) {
            add("telegram.delete", chat);
        }
    }

    /** The channels or chats that the settings name there; of a topic its chat. */
    private Set<String> rooms(String platform) {
        return Stream.concat(
                        settings.bridge().links().stream().flatMap(link -> link.rooms().stream()),
                        settings.moderation().rooms().stream())
                .map(Room::id)
                .filter(room -> room.platform().value().equals(platform))
                .map(room -> room.value().replaceAll("\\..*", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void add(String key, String... args) {
        List<Say> texts = Stream.of(args).map(arg -> (Say) Text.of(arg)).toList();
        found.add(new Phrase("program." + key, texts));
    }
}
