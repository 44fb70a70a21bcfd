package lyceum.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Scorer;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.platform.Platform;
import lyceum.sqlite.Sqlite;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A whole community for a transcript: a real hub on real SQLite, platforms in memory, and a clock that the test moves. Rooms are
 * written {@code discord:general}; {@code ada} is the creator, {@code mei} a moderator, everybody else a fan. Each call returns when
 * nothing moves any more.
 */
public final class World implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final PlatformName TWITCH = new PlatformName("twitch");

    private final Path file;
    private final List<Feature> features;
    private final List<Scorer<?>> scorers;
    private final Map<PlatformName, PlayedPlatform> platforms = new HashMap<>();
    private final PlayedAlarm time = new PlayedAlarm(START);
    private final HubSettings settings;
    private final Phrases phrases;
    private @Nullable Sqlite sqlite;
    private @Nullable Hub hub;
    private long count;
    private volatile Consumer<Handle> whenOutOfRoom = _ -> {};
    private List<Event> rehearsed = List.of();

    private World(Path folder, Cast cast) {
        this.file = folder.resolve("lyceum.db");
        this.features = cast.features();
        this.scorers = cast.scorers();
        this.settings = cast.settings();
        this.phrases = Phrases.of(cast.bundles().toArray(String[]::new));
        Plain plain = new Plain(phrases);
        PlatformName discord = new PlatformName("discord");
        platforms.put(discord, new SettlingPlatform(discord, plain));
        PlatformName telegram = new PlatformName("telegram");
        platforms.put(telegram, new PlayedPlatform(telegram, plain));
        if (cast.streamChat()) {
            platforms.put(TWITCH, new PlayedPlatform(TWITCH, plain));
        }
    }

    /**
     * Who takes part: the features in order, the scorers, the phrase bundles, the hub's settings, and whether there is stream chat
     * as well, where nothing can be changed.
     */
    public record Cast(
            List<Feature> features,
            List<Scorer<?>> scorers,
            List<String> bundles,
            HubSettings settings,
            boolean streamChat) {
        public static Cast of(List<Feature> features, String... bundles) {
            return new Cast(features, List.of(), List.of(bundles), HubSettings.defaults(), false);
        }

        public Cast scoring(Scorer<?>... with) {
            return new Cast(features, List.of(with), bundles, settings, streamChat);
        }

        public Cast settled(HubSettings with) {
            return new Cast(features, scorers, bundles, with, streamChat);
        }

        public Cast withStreamChat() {
            return new Cast(features, scorers, bundles, settings, true);
        }
    }

    /** @param folder an empty one for a new community, or one that a world used before */
    public static World open(Path folder, Cast cast) {
        World world = new World(folder, cast);
        world.start();
        return world;
    }

    /** Somebody says something. */
    public MessageId says(String room, String who, String text) {
        return replies(room, who, text, null);
    }

    /** Somebody answers a message. */
    public MessageId replies(String room, String who, String text, @Nullable MessageId to) {
        return quotes(room, who, text, to, null);
    }

    /** Somebody answers some words of a message. */
    public MessageId quotes(String room, String who, String text, @Nullable MessageId to, @Nullable String words) {
        RoomId id = RoomId.parse(room);
        return said(Accounts.speaker(id, who, false), platform(id).say(id, who, text, to), text, to, words);
    }

    /** Another bot says something. */
    public void botSays(String room, String name, String text) {
        RoomId id = RoomId.parse(room);
        said(Accounts.speaker(id, name, true), platform(id).say(id, name, text, null), text, null, null);
    }

    private MessageId said(
            Speaker speaker, MessageId message, String text, @Nullable MessageId to, @Nullable String words) {
        Key key = Accounts.key(message.room(), message.value(), "");
        hears(new MessagePosted(key, message, speaker, Text.of(text), List.of(), to, time.instant(), words));
        return message;
    }

    public void edits(MessageId message, String who, String text) {
        platform(message.room()).change(message, text);
        hears(new MessageEdited(
                Accounts.key(message.room(), message.value(), "edit" + ++count),
                message,
                Accounts.speaker(message.room(), who, false),
                Text.of(text),
                List.of(),
                time.instant()));
    }

    public void deletes(MessageId message) {
        platform(message.room())
                .lines(message.room())
                .removeIf(line -> line.id().equals(message));
        hears(new MessageDeleted(Accounts.key(message.room(), message.value(), "deleted"), message));
    }

    /** What goes wrong from now on. */
    public Mishaps mishaps() {
        return new Mishaps(this);
    }

    /** The hub's own reactions on a message. */
    public List<String> reactions(MessageId message) {
        return platform(message.room()).reactions(message);
    }

    /** Gives a command as a reply to a message. */
    public String commandsAbout(MessageId message, String who, String command) {
        return commandsAbout(message, who, command, Map.of());
    }

    public String commandsAbout(MessageId message, String who, String command, Map<String, String> options) {
        return commands(message.room(), who, new Given(command, options, message));
    }

    /** Gives a command; answers what that person sees, with its buttons as {@code [label]}. */
    public String commands(String room, String who, String command, Map<String, String> options) {
        return commands(RoomId.parse(room), who, new Given(command, options, null));
    }

    private record Given(
            String command,
            Map<String, String> options,
            @Nullable MessageId about) {}

    private String commands(RoomId room, String who, Given given) {
        String token = "t" + ++count;
        hears(new CommandInvoked(
                Accounts.key(room, token, ""),
                Accounts.speaker(room, who, false),
                room,
                given.command(),
                given.options(),
                given.about(),
                new ReplyToken(room, token),
                time.instant()));
        return platform(room).answer(token).orElse("");
    }

    /** Presses the newest button of that English label in a room; answers what that person sees, empty where nothing. */
    public String presses(String room, String who, String label) {
        RoomId id = RoomId.parse(room);
        PlayedPlatform platform = platform(id);
        for (PlayedPlatform.Line line : platform.room(id).reversed()) {
            for (Choice choice : line.choices()) {
                if (platform.label(choice).equals(label)) {
                    return chooses(line.id(), who, choice.id());
                }
            }
        }
        throw new IllegalStateException("no button '" + label + "' in " + room + ": " + room(room));
    }

    /** Makes a choice by its id under a message, whether or not it is offered there. */
    public String chooses(MessageId message, String who, String choice) {
        RoomId room = message.room();
        String token = "t" + ++count;
        hears(new ChoiceMade(
                Accounts.key(room, token, ""),
                Accounts.speaker(room, who, false),
                message,
                choice,
                new ReplyToken(room, token),
                time.instant()));
        return platform(room).answer(token).orElse("");
    }

    /** What a page of the console shows to somebody, line by line, and then all its buttons as {@code [label]}. */
    public List<String> page(String path, String who, Map<String, String> query) {
        List<Page> pages = new ArrayList<>(hub().pages(List.copyOf(platforms.values()), ZoneOffset.UTC, phrases));
        features.forEach(feature -> pages.addAll(feature.pages()));
        Page page = pages.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no page " + path));
        Speaker reader = Accounts.speaker(RoomId.parse("console:pages"), who, false);
        if (!reader.standing().atLeast(page.needs())) {
            throw new IllegalArgumentException(who + " is not shown " + path);
        }
        Document document = sqlite().readers()
                .withHandle(db -> page.view().of(new Query(query, reader), new ReadTx(db, time.instant())));
        return new PageLines(phrases).of(document);
    }

    /** The platform tells that a room is there. */
    public void hasRoom(String room, String name) {
        hears(new RoomChanged(RoomId.parse(room), name));
    }

    public void hears(Event event) {
        hub().accept(event).join();
        settle();
    }

    /** All of it is heard before anything comes of it. */
    public void hearsAll(List<? extends Event> events) {
        CompletableFuture.allOf(events.stream().map(hub()::accept).toArray(CompletableFuture[]::new))
                .join();
        settle();
    }

    /** All that stands in a room, in order: {@code who: text [button] [button]}. */
    public List<String> room(String room) {
        PlayedPlatform platform = platform(RoomId.parse(room));
        return platform.room(RoomId.parse(room)).stream()
                .map(line -> {
                    StringBuilder shown = new StringBuilder(line.who() + ": " + line.text());
                    line.choices()
                            .forEach(choice -> shown.append(" [")
                                    .append(platform.label(choice))
                                    .append("]"));
                    return shown.toString();
                })
                .toList();
    }

    /** The message that the line at a place in the room answers; null where it answers none. */
    public @Nullable MessageId repliedTo(String room, int line) {
        return platform(RoomId.parse(room)).room(RoomId.parse(room)).get(line).replyTo();
    }

    /** What a platform was asked for of roles and seats, in order. */
    public List<String> admissions(String platform) {
        return platform(RoomId.parse(platform + ":any")).admissions();
    }

    public MessageId message(String room, int line) {
        return platform(RoomId.parse(room)).room(RoomId.parse(room)).get(line).id();
    }

    /** Lets time pass; everything that becomes due on the way happens at its time. */
    public void passes(Duration duration) {
        Instant until = time.instant().plus(duration);
        for (Runnable ring = time.next(until); ring != null; ring = time.next(until)) {
            ring.run();
            settle();
        }
        settle();
    }

    public Instant now() {
        return time.instant();
    }

    /** What the next hub goes through before its first event. */
    void rehearses(Event... made) {
        rehearsed = List.of(made);
    }

    /** Stops the hub in peace and starts another on the same file; the platforms live on. */
    public void restarts() {
        close();
        start();
        settle();
    }

    public void isDownFor(Duration duration) {
        close();
        sleeps(duration);
        start();
        settle();
    }

    @Override
    public void close() {
        if (hub != null) {
            hub.close();
        }
        if (sqlite != null) {
            sqlite.close();
        }
    }

    /** What a query gives, one column of text, as committed. */
    public List<String> reads(String query) {
        return sqlite().readers()
                .withHandle(db -> db.createQuery(query).mapTo(String.class).list());
    }

    /** The hub looks for what needs a human. */
    void watches() {
        hub().watch();
        settle();
    }

    /** Lets time pass while no hub runs. */
    void sleeps(Duration duration) {
        time.forget();
        time.next(time.instant().plus(duration));
    }

    /** Done with the writing connection, on the hub's thread, each time the disk is full. */
    void whenOutOfRoom(Consumer<Handle> step) {
        whenOutOfRoom = step;
    }

    Hub hub() {
        return Objects.requireNonNull(hub, "not started");
    }

    Sqlite sqlite() {
        return Objects.requireNonNull(sqlite, "not started");
    }

    PlayedPlatform platform(RoomId room) {
        return Objects.requireNonNull(platforms.get(room.platform()), () -> "this world has no " + room.platform());
    }

    void start() {
        Sqlite open = Sqlite.open(file);
        sqlite = open;
        Store store = new Store(open.writer(), error -> {
            boolean full = Sqlite.outOfRoom(error);
            if (full) {
                whenOutOfRoom.accept(open.writer());
            }
            return full;
        });
        List<Platform> all = platforms.values().stream()
                .<Platform>map(each -> each.name().equals(TWITCH) ? new PlainPlatform(each) : each)
                .toList();
        hub = new Hub(new Parts(
                store, features, scorers, all, new Parts.Nature(time, time, new Random(count + 1)), settings));
        hub.rehearse(rehearsed, Duration.ofMillis(rehearsed.size()));
        hub.start();
        platforms.keySet().forEach(hub::connected);
    }

    /** Returns when nothing moves any more: lanes that rest are waiting for the clock. */
    void settle() {
        Rest.await(hub());
    }
}
