package lyceum.web.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Score;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.EffectId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Edits;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.HearsTyping;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Menus;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.kernel.platform.Responds;
import lyceum.kernel.platform.Settles;
import lyceum.kernel.platform.ShowsTyping;
import lyceum.sqlite.Sqlite;
import lyceum.web.WebServer;
import lyceum.web.WebSettings;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The live room with the least of a hub around it: real SQLite, a lane of one event a commit in which the history hears what people
 * say and what became of effects, and a web server.
 */
final class SmallHub
        implements Platform, Edits, Deletes, Responds, Menus, Settles, HearsTyping, ShowsTyping, AutoCloseable {
    static final Phrases PHRASES = Phrases.of("room", "contract");

    private final Sqlite sqlite;
    private final WebServer web;
    private final Room room;
    private final List<Feature> features;
    private static final Plain PLAIN = new Plain(PHRASES);

    private final List<AuthorId> spoke = new CopyOnWriteArrayList<>();
    private final AtomicLong effects = new AtomicLong();
    private final InstantSource clock = InstantSource.system();

    /** @param port 0 takes any */
    SmallHub(Path file, int port, int linesPerMinute) {
        try {
            sqlite = Sqlite.open(file);
            RoomSettings settings = new RoomSettings(
                    List.of(new RoomSettings.Place("class", "The class", Optional.empty())),
                    new byte[32],
                    linesPerMinute,
                    true,
                    Optional.of(URI.create("https://class.example")));
            room = new Room(settings, new RoomLog(() -> sqlite.readers().open()), clock, PHRASES);
            features = room.features(
                    _ -> true,
                    Duration.ofDays(1),
                    (_, who) -> who.value().equals("4711") ? List.of("Patron") : List.of());
            web = new WebServer(new WebSettings("127.0.0.1", port, Optional.empty()), List.of(room.site()));
            room.standsAt(web.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void typingTo(Consumer<Typist> heard) {
        room.typingTo(heard);
    }

    @Override
    public void showTyping(RoomId place) {
        room.showTyping(place);
    }

    URI address() {
        return web.address();
    }

    /** A link into the room, as {@code /live} tells it to this person. */
    URI link(Speaker asks) {
        RoomId chat = new RoomId(asks.id().platform(), "chat");
        CommandInvoked live = new CommandInvoked(
                new Key(asks.id().platform(), "live", ""),
                asks,
                chat,
                "live",
                Map.of(),
                null,
                new ReplyToken(chat, "1"),
                clock.instant());
        String told = features.stream()
                .flatMap(feature -> feature.on(live, new Turn(sqlite.writer(), clock.instant())).effects().stream())
                .map(effect ->
                        PLAIN.text(((Respond) effect).document(), Language.EN).plain())
                .findFirst()
                .orElseThrow();
        return URI.create(told.substring(told.indexOf("http")));
    }

    /** The accounts of those who spoke, in order. */
    List<AuthorId> spoke() {
        return List.copyOf(spoke);
    }

    Room room() {
        return room;
    }

    @Override
    public PlatformName name() {
        return room.name();
    }

    @Override
    public void start(Inbox inbox) throws PlatformRefused {
        room.start(new Inbox() {
            @Override
            public CompletableFuture<Void> accept(Event event) {
                turn(event);
                return inbox.accept(event);
            }

            @Override
            public Optional<MessageId> newest(RoomId of) {
                return inbox.newest(of);
            }
        });
    }

    /** One turn of the lane, committed. */
    synchronized void turn(Event event) {
        Handle db = sqlite.writer();
        if (event instanceof MessagePosted posted) {
            spoke.add(posted.speaker().id());
        }
        db.execute("begin");
        features.forEach(feature -> feature.on(event, new Turn(db, clock.instant())));
        db.execute("commit");
    }

    private Outcome done(OnPlatform what, Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            turn(new Delivered(new EffectId(effects.incrementAndGet()), what, done.messages(), false));
        }
        return outcome;
    }

    @Override
    public List<Post> fit(Post post) {
        return room.fit(post);
    }

    @Override
    public Outcome post(Post post, Nonce nonce) {
        return done(post, room.post(post, nonce));
    }

    @Override
    public Outcome edit(Edit edit) {
        return done(edit, room.edit(edit));
    }

    @Override
    public Outcome delete(Delete delete) {
        return done(delete, room.delete(delete));
    }

    @Override
    public Outcome respond(Respond respond, Nonce nonce) {
        return done(respond, room.respond(respond, nonce));
    }

    @Override
    public List<Optional<MessageId>> settle(RoomId of, @Nullable MessageId after, List<Attempt> unclear) {
        return room.settle(of, after, unclear);
    }

    @Override
    public void publish(List<Command> commands) {
        room.publish(commands);
    }

    @Override
    public Health health() {
        return room.health();
    }

    @Override
    public void close() {
        room.close();
        web.close();
        sqlite.close();
    }

    /** A transaction without savepoints. */
    private record Turn(Handle write, Instant now) implements Tx {
        @Override
        public Handle read() {
            return write;
        }

        @Override
        public List<Post> fit(Post post) {
            throw new UnsupportedOperationException("the history says nothing");
        }

        @Override
        public boolean can(RoomId room, Class<?> ability) {
            throw new UnsupportedOperationException("the history says nothing");
        }

        @Override
        public RandomGenerator random() {
            throw new UnsupportedOperationException("the history rolls no dice");
        }

        @Override
        public @Nullable Actor actor() {
            return null;
        }

        @Override
        public <S extends Score> @Nullable S score(Class<S> type) {
            return null;
        }
    }
}
