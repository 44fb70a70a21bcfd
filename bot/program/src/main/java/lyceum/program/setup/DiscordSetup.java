package lyceum.program.setup;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lyceum.config.Secret;
import lyceum.program.online.DiscordDoor;
import lyceum.program.online.DiscordDoor.Application;
import lyceum.program.online.DiscordDoor.Named;
import lyceum.program.online.Permission;
import lyceum.program.setup.Answers.OnDiscord;
import lyceum.program.setup.Answers.Rooms;
import lyceum.program.setup.Talk.Let;

/** The part of setup about Discord. */
final class DiscordSetup {
    private static final int PATIENCE = 10;

    private final Talk talk;
    private final Optional<URI> api;

    DiscordSetup(Talk talk, Optional<URI> api) {
        this.talk = talk;
        this.api = api;
    }

    Optional<OnDiscord> run() throws IOException {
        talk.say("discord.how");
        Optional<Let<Application>> let = talk.token("discord.token", this::application);
        if (let.isEmpty()) {
            return Optional.empty();
        }
        Application application = let.get().in();
        talk.say("hello", application.name());
        invite(application);
        try (DiscordDoor door = new DiscordDoor(let.get().token(), api)) {
            intents(door, application);
            Optional<Named> guild = guild(door);
            if (guild.isEmpty()) {
                return Optional.empty();
            }
            Rooms rooms = rooms(door.channels(guild.get().id()));
            return Optional.of(new OnDiscord(let.get().token(), guild.get().id(), rooms, api));
        }
    }

    private Optional<Application> application(Secret token) throws IOException {
        if (!DiscordDoor.looksLikeToken(token.reveal())) {
            return Optional.empty();
        }
        try (DiscordDoor door = new DiscordDoor(token, api)) {
            return door.application();
        }
    }

    private void invite(Application application) {
        talk.say("discord.invite", Long.toString(Permission.all()));
        talk.line("  " + Permission.invite(application.id()));
        for (Permission permission : Permission.values()) {
            String why = talk.title(
                    "why." + permission.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            talk.line("  - %s: %s".formatted(permission.title(), why));
        }
    }

    /** Message content must be on before anything is heard; the person may go on without and is told again by check. */
    private void intents(DiscordDoor door, Application application) throws IOException {
        Application now = application;
        for (int i = 0; i < PATIENCE && !now.readsText(); i++) {
            talk.say("discord.intent", now.id());
            if (!talk.ask("discord.intent-done").isEmpty()) {
                return;
            }
            now = door.application().orElse(now);
        }
    }

    private Optional<Named> guild(DiscordDoor door) throws IOException {
        List<Named> guilds = door.guilds();
        for (int i = 0; i < PATIENCE && guilds.isEmpty(); i++) {
            if (!talk.ask("discord.invited").isEmpty()) {
                return Optional.empty();
            }
            guilds = door.guilds();
        }
        return guilds.size() == 1 ? Optional.of(guilds.getFirst()) : talk.choose("discord.guild", guilds);
    }

    private Rooms rooms(List<Named> channels) {
        Optional<String> room = talk.choose("discord.room", channels).map(DiscordSetup::id);
        return new Rooms(room, talk.choose("discord.moderators", channels).map(DiscordSetup::id));
    }

    private static String id(Named channel) {
        return "discord:" + channel.id();
    }
}
