package lyceum.program;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.community.bridge.Bridge;
import lyceum.community.bridge.BridgeSettings;
import lyceum.community.bridge.Link;
import lyceum.community.giveaways.Giveaways;
import lyceum.community.giveaways.GiveawaysSettings;
import lyceum.community.giveaways.Merits;
import lyceum.community.help.Help;
import lyceum.community.help.HelpSettings;
import lyceum.community.help.HelpSettings.Joined;
import lyceum.community.members.Directory;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.community.members.access.Access;
import lyceum.community.members.access.AccessSettings;
import lyceum.community.polls.Polls;
import lyceum.community.polls.PollsSettings;
import lyceum.community.qna.Qna;
import lyceum.community.qna.QnaSettings;
import lyceum.community.qna.QuestionScorer;
import lyceum.config.Secret;
import lyceum.hub.Completing;
import lyceum.hub.Forgetting;
import lyceum.hub.Hub;
import lyceum.hub.TypingAlong;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Scorer;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.search.Search;
import lyceum.moderation.Audit;
import lyceum.moderation.BackTest;
import lyceum.moderation.Engine;
import lyceum.moderation.Gate;
import lyceum.moderation.Lockdown;
import lyceum.moderation.LockdownSettings;
import lyceum.moderation.ModerationSettings;
import lyceum.moderation.Remembering;
import lyceum.moderation.Screen;
import lyceum.moderation.WordLists;
import lyceum.program.settings.HubSettings;
import lyceum.program.settings.Moderation;
import lyceum.program.settings.Moderation.WhileHeld;
import lyceum.redis.RedisBroadcast;
import lyceum.scheduler.announcements.AnnouncementSettings;
import lyceum.scheduler.announcements.Announcements;
import lyceum.scheduler.announcements.Notes;
import lyceum.scheduler.certificate.Signer;
import lyceum.scheduler.classes.Calendars;
import lyceum.scheduler.classes.Classes;
import lyceum.scheduler.classes.ClassesSettings;
import lyceum.telegram.TelegramSettings.Pace;
import lyceum.web.room.Room;
import lyceum.web.room.RoomLog;
import lyceum.web.room.RoomSettings;

/** All wiring on one page: which features hear an event in which order, and which platforms there are. */
final class Wiring {
    private static final Duration JOURNAL_KEPT = Duration.ofDays(90);
    /** A rule that thinks longer makes the message wait for a moderator. */
    private static final Duration SLOWEST_RULE = Duration.ofMillis(250);

    private static final Engine.Limit RULE_LIMIT = new Engine.Limit(System::nanoTime, SLOWEST_RULE.toNanos());

    private static final String NAME = "Lyceum";

    private final HubSettings settings;
    private final Screen screen;
    private final Search search;
    private final QuestionScorer asks;
    private final Language language;
    private final ZoneId zone;
    private final Directory directory;
    private final Phrases phrases = Bundles.all();

    private volatile String address = "http://127.0.0.1/";

    /** @param search finds what was asked and answered before */
    Wiring(HubSettings settings, Search search) {
        this.settings = settings;
        this.search = search;
        this.asks = new QuestionScorer(search);
        this.screen = screen(settings.moderation());
        this.language = settings.community().language().orElse(Language.EN);
        this.zone = settings.community().zone().orElse(ZoneId.of("UTC"));
        this.directory = new Directory(people());
    }

    /** Where people reach the server; told before the first event. */
    void standsAt(URI site) {
        address = site.toString();
    }

    Phrases phrases() {
        return phrases;
    }

    /**
     * In the order in which they hear: who is this, may it pass, and then those who speak.
     *
     * @param console lets people in by a command
     * @param room the live rooms, where there are any
     * @param books the calendars of classes
     * @param folder where keys are kept beside the database
     */
    List<Feature> features(Feature console, Optional<Room> room, CalendarBooks books, Path folder) throws IOException {
        Feature members = new Members(people());
        Access access = new Access(access(), directory);
        Feature gate = new Gate(
                new ModerationSettings(
                        moderators(),
                        places(),
                        settings.moderation().remindAfter(),
                        zone,
                        language,
                        languages(),
                        settings.moderation().guards(),
                        settings.moderation().evidenceKept(),
                        settings.moderation().whileHeld() == WhileHeld.HIDDEN),
                new Remembering(settings.moderation().policy().policy(), RULE_LIMIT),
                new Audit(KeyFile.at(folder.resolve("audit.key"))),
                new BackTest(screen));
        Feature lockdown = new Lockdown(new LockdownSettings(rooms(), language, languages()));
        Bridge bridge = new Bridge(bridge(), directory::accounts);
        Qna qna = new Qna(qna(), search, bridge::origin);
        Signer signer = Signer.of(folder.resolve("certificate.key"));
        Classes classes = new Classes(classes(), signer, new AnsweredQuestions(qna));
        Feature calendars = new Calendars(books::address, Wiring::alone);
        Feature announcements = new Announcements(new AnnouncementSettings(rooms(), languages()));
        Feature notes = new Notes(settings.notes().in(rooms(), languages()));
        Feature polls = new Polls(new PollsSettings(everybody(), language, languages()));
        Feature giveaways = new Giveaways(
                giveaways(new KnownMerits(directory, access, classes)), KeyFile.at(folder.resolve("giveaways.key")));
        List<Feature> live = room.map(rooms -> rooms.features(Wiring::alone, JOURNAL_KEPT, access::badges))
                .orElse(List.of());
        List<Feature> spoken =
                List.of(access, console, qna, bridge, polls, giveaways, classes, calendars, announcements, notes);
        List<Feature> features = new ArrayList<>(List.of(members, gate, lockdown, access.posts(rooms())));
        features.addAll(live);
        Feature help = new Help(commands(Stream.of(features, spoken).flatMap(List::stream)), help());
        features.add(help);
        features.addAll(spoken);
        features.add(new Forgetting());
        return List.copyOf(features);
    }

    /** Every room speaks the community's language where the settings name one; else joined rooms get their notice in both. */
    private Map<RoomId, Language> languages() {
        return settings.community()
                .language()
                .map(spoken -> Stream.concat(rooms().stream(), moderators().stream())
                        .distinct()
                        .collect(Collectors.toMap(room -> room, _ -> spoken)))
                .orElse(Map.of());
    }

    private MembersSettings people() {
        return new MembersSettings(zone, language, languages(), Wiring::privately);
    }

    private BridgeSettings bridge() {
        var set = settings.bridge();
        return new BridgeSettings(
                NAME,
                links(),
                zone,
                language,
                languages(),
                moderators(),
                set.repeatEdits(),
                set.showJoins(),
                set.carried());
    }

    private QnaSettings qna() {
        List<QnaSettings.Talk> talks = links().stream()
                .map(link -> new QnaSettings.Talk(link.name(), link.rooms()))
                .toList();
        return new QnaSettings(
                talks, language, languages(), zone, Set.copyOf(settings.qna().careful()), moderators());
    }

    private GiveawaysSettings giveaways(Merits.Source merits) {
        return new GiveawaysSettings(
                everybody(),
                language,
                languages(),
                Wiring::privately,
                () -> address,
                settings.access().titles(),
                merits,
                settings.draws().promised());
    }

    private AccessSettings access() {
        return new AccessSettings(settings.access().offered(), moderators(), language, languages(), Wiring::alone);
    }

    private ClassesSettings classes() {
        return new ClassesSettings(
                settings.community().name(), rooms(), language, languages(), ClassesSettings.DOCUMENTED_PACE);
    }

    CalendarBooks calendars(Path folder, InstantSource clock) throws IOException {
        return new CalendarBooks(settings.community().name(), KeyFile.at(folder.resolve("calendar.key")), clock);
    }

    private List<RoomId> rooms() {
        return links().stream()
                .flatMap(link -> link.rooms().stream())
                .distinct()
                .toList();
    }

    /** Where people are kept from speaking: a guild is one place whatever channel is named, each group and channel one of its own. */
    private List<RoomId> places() {
        Set<String> seen = new HashSet<>();
        return rooms().stream()
                .filter(room -> !room.platform().value().equals("discord") || seen.add("discord"))
                .toList();
    }

    /** Where everybody comes: the rooms of the link {@code general}, or of the first where none is called so. */
    private List<RoomId> everybody() {
        return links().stream()
                .filter(link -> link.name().equals("general"))
                .findFirst()
                .or(() -> links().stream().findFirst())
                .map(Link::rooms)
                .orElse(List.of());
    }

    private static List<Command> commands(Stream<Feature> features) {
        return features.flatMap(feature -> feature.commands().stream()).toList();
    }

    List<Scorer<?>> scorers() {
        return List.of(screen, asks);
    }

    /** Called beside the start, so that the first message need not wait for what the rules know. */
    void load() {
        screen.load();
        asks.load();
    }

    private static Screen screen(Moderation moderation) {
        WordLists words =
                new WordLists(moderation.words().remove(), moderation.words().hold());
        return new Screen(moderation.policy().policy(), words, RULE_LIMIT);
    }

    /** Those that the settings name, not connected yet; {@code folder} is where they keep what they must know after a restart. */
    List<Platform> platforms(InstantSource clock, Pace pace, Path folder) throws Refusal {
        Set<RoomId> named =
                Stream.concat(rooms().stream(), moderators().stream()).collect(Collectors.toSet());
        return new Adapters(settings, phrases, named).open(clock, pace, folder);
    }

    /** Shows in joined rooms that somebody types, where the settings want that; {@code read} may block until there are tables. */
    Optional<TypingAlong> typing(List<Platform> platforms, Completing.Reading read, InstantSource clock) {
        List<List<RoomId>> joined = links().stream().map(Link::rooms).toList();
        Predicate<AuthorId> relayed = account -> read.with(tx -> directory.isRelayed(tx.read(), account));
        return Optional.of(new TypingAlong(platforms, joined, relayed, clock))
                .filter(_ -> settings.bridge().showTyping());
    }

    /** The live rooms, where the settings name any. */
    Optional<Room> room(RoomLog log, byte[] key, InstantSource clock) {
        return settings.room().map(live -> {
            RoomSettings with = new RoomSettings(
                    live.opened(),
                    key,
                    live.linesPerMinute(),
                    settings.bridge().showJoins(),
                    settings.web().publicUrl());
            Room room = new Room(with, log, clock, phrases);
            live.redis().map(Secret::reveal).map(RedisBroadcast::at).ifPresent(room::broadcastBy);
            return room;
        });
    }

    lyceum.hub.HubSettings hub() {
        return new lyceum.hub.HubSettings(JOURNAL_KEPT, moderators(), language);
    }

    /**
     * Whether nobody else sees an answer: always on Discord, and on Telegram in the chat that bears the person's own number. A
     * negative number is a group's, in whose name its administrators may speak.
     */
    static boolean alone(CommandInvoked asked) {
        String room = asked.room().value();
        return switch (asked.room().platform().value()) {
            case "discord" -> true;
            case "telegram" ->
                !room.startsWith("-") && room.equals(asked.speaker().id().value());
            default -> false;
        };
    }

    /** As {@link #alone}, and in a live room, which shows an answer to whoever asked. */
    private static boolean privately(CommandInvoked asked) {
        return alone(asked) || asked.room().platform().value().equals("room");
    }

    /** What the creator is called who comes by the link that is printed at the start. */
    String creator() {
        return phrases.render(Phrase.of("console.creator"), language).plain();
    }

    /** The console's pages in the order in which they are offered; the overview is where one arrives. */
    List<Page> pages(Hub hub, List<Feature> features, List<Platform> platforms) {
        List<Page> pages = new ArrayList<>(hub.pages(platforms, zone, phrases));
        pages.addAll(
                1,
                features.stream().flatMap(feature -> feature.pages().stream()).toList());
        pages.add(SettingsPage.of(settings));
        return pages;
    }

    /** What somebody might say in each joined room: made up, to be gone through before the first real message. */
    List<Event> rehearsal(Instant now) {
        return links().stream()
                .flatMap(link -> link.rooms().stream())
                .map(room -> FirstWords.in(room, now))
                .toList();
    }

    private List<RoomId> moderators() {
        return settings.moderation().rooms().stream()
                .map(lyceum.program.settings.Room::id)
                .toList();
    }

    private List<Link> links() {
        return settings.bridge().links().stream()
                .map(link -> new Link(
                        link.name(),
                        link.rooms().stream()
                                .map(lyceum.program.settings.Room::id)
                                .toList()))
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
