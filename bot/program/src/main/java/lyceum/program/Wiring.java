package lyceum.program;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.community.bridge.Bridge;
import lyceum.community.bridge.BridgeSettings;
import lyceum.community.bridge.Link;
import lyceum.community.help.Help;
import lyceum.community.help.HelpSettings;
import lyceum.community.help.HelpSettings.Joined;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.discord.Discord;
import lyceum.discord.DiscordSettings;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Scorer;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Platform;
import lyceum.moderation.Gate;
import lyceum.moderation.ModerationSettings;
import lyceum.moderation.WordLists;
import lyceum.moderation.WordRule;
import lyceum.program.settings.HubSettings;
import lyceum.program.settings.Room;
import lyceum.scheduler.announcements.AnnouncementSettings;
import lyceum.scheduler.announcements.Announcements;
import lyceum.scheduler.certificate.Signer;
import lyceum.scheduler.classes.Classes;
import lyceum.scheduler.classes.ClassesSettings;
import lyceum.telegram.Telegram;
import lyceum.telegram.TelegramSettings;
import lyceum.telegram.TelegramSettings.Pace;

/** All wiring on one page: which features hear an event in which order, and which platforms there are. */
final class Wiring {
    private static final Duration JOURNAL_KEPT = Duration.ofDays(90);
    private static final String NAME = "Lyceum";

    private final HubSettings settings;
    private final Language language;
    private final ZoneId zone;
    private final Phrases phrases =
            Phrases.of("hub", "members", "help", "moderation", "bridge", "classes", "announcements", "web", "running");

    Wiring(HubSettings settings) {
        this.settings = settings;
        this.language = settings.community().language().orElse(Language.EN);
        this.zone = settings.community().zone().orElse(ZoneOffset.UTC);
    }

    Phrases phrases() {
        return phrases;
    }

    /**
     * In the order in which they hear: who is this, may it pass, and then those who speak.
     *
     * @param folder where keys are kept beside the database
     */
    List<Feature> features(Path folder) {
        Feature members = new Members(new MembersSettings(zone, language, languages()));
        Feature gate = new Gate(
                new ModerationSettings(moderators(), settings.moderation().remindAfter(), zone, language, languages()));
        Feature bridge = new Bridge(new BridgeSettings(NAME, links(), zone, language, languages()));
        Feature classes = new Classes(classes(), Signer.of(folder.resolve("certificate.key")));
        Feature announcements = new Announcements(new AnnouncementSettings(rooms(), languages()));
        Feature help = new Help(commands(members, gate, bridge, classes, announcements), help());
        return List.of(members, gate, help, bridge, classes, announcements);
    }

    /** Every room speaks the community's language where the settings name one; else joined rooms get their notice in both. */
    private Map<RoomId, Language> languages() {
        return settings.community()
                .language()
                .map(spoken -> Stream.concat(
                                links().stream().flatMap(link -> link.rooms().stream()), moderators().stream())
                        .distinct()
                        .collect(Collectors.toMap(room -> room, _ -> spoken)))
                .orElse(Map.of());
    }

    private ClassesSettings classes() {
        return new ClassesSettings(
                settings.community().name(), rooms(), language, languages(), ClassesSettings.DOCUMENTED_PACE);
    }

    private List<RoomId> rooms() {
        return links().stream()
                .flatMap(link -> link.rooms().stream())
                .distinct()
                .toList();
    }

    private static List<Command> commands(Feature... features) {
        return Stream.of(features)
                .flatMap(feature -> feature.commands().stream())
                .toList();
    }

    List<Scorer<?>> scorers() {
        var words = settings.moderation().words();
        return List.of(new WordRule(new WordLists(words.remove(), words.hold())));
    }

    /** Those that the settings name, not connected yet. */
    List<Platform> platforms(InstantSource clock, Pace pace) {
        List<Platform> platforms = new ArrayList<>();
        settings.discord()
                .ifPresent(discord -> platforms.add(new Discord(
                        new DiscordSettings(
                                discord.token().reveal(),
                                discord.guild().value(),
                                Set.of(),
                                discord.moderatorRole().orElse("Moderator"),
                                discord.creatorRole().orElse("Creator"),
                                discord.api().map(Object::toString).orElse(null)),
                        clock,
                        phrases)));
        settings.telegram()
                .ifPresent(telegram -> platforms.add(new Telegram(
                        new TelegramSettings(
                                telegram.token().reveal(),
                                Set.of(),
                                telegram.api().orElse(TelegramSettings.TELEGRAM),
                                pace),
                        clock,
                        phrases)));
        return platforms;
    }

    lyceum.hub.HubSettings hub() {
        return new lyceum.hub.HubSettings(JOURNAL_KEPT, moderators(), language);
    }

    private List<RoomId> moderators() {
        return settings.moderation().rooms().stream().map(Room::id).toList();
    }

    private List<Link> links() {
        return settings.bridge().links().stream()
                .map(link -> new Link(
                        link.name(), link.rooms().stream().map(Room::id).toList()))
                .toList();
    }

    private HelpSettings help() {
        return new HelpSettings(
                NAME,
                links().stream()
                        .map(link -> new Joined(
                                link.name(),
                                link.rooms().stream()
                                        .map(RoomId::platform)
                                        .distinct()
                                        .toList()))
                        .toList());
    }
}
