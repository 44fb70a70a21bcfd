package lyceum.web.room;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Pieces;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.TypedCommands;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.live.Broadcast;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Edits;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.HearsTyping;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Menus;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.Responds;
import lyceum.kernel.platform.Restricts;
import lyceum.kernel.platform.Settles;
import lyceum.kernel.platform.ShowsTyping;
import lyceum.web.Site;
import org.jspecify.annotations.Nullable;

/**
 * The live rooms as a platform. A post stands when the turn of its receipt is committed, since {@link RoomHistory} writes it down in
 * that turn; so what is posted again after a crash was never seen, and nothing is ever doubled.
 */
public final class Room
        implements Platform, Edits, Deletes, Responds, Restricts, Menus, Settles, HearsTyping, ShowsTyping {
    private static final int LONGEST_POST = 2_000;
    private static final Duration PASS_LASTS = Duration.ofDays(30);

    private final RoomSettings settings;
    private final RoomLog log;
    private final Phrases phrases;
    private final InstantSource clock;
    private final Bodies bodies;
    private final Map<String, Hall> halls;
    private final Accounts accounts;
    private final Entrance entrance;
    private final RoomSite site;
    private final Typing typing;
    private Optional<Broadcast> broadcast = Optional.empty();
    private volatile @Nullable Open open;

    /** @param phrases the bundle {@code room}, and those of every feature that speaks */
    public Room(RoomSettings settings, RoomLog log, InstantSource clock, Phrases phrases) {
        this.settings = settings;
        this.log = log;
        this.clock = clock;
        this.phrases = phrases;
        this.bodies = new Bodies(phrases);
        this.accounts = new Accounts(settings.key());
        this.entrance =
                new Entrance(accounts, clock, settings.places().getFirst().name());
        settings.publicUrl().ifPresent(entrance::standsAt);
        this.halls = settings.places().stream()
                .map(place -> new Hall(place, log))
                .collect(Collectors.toMap(hall -> hall.place().name(), Function.identity()));
        this.typing = new Typing(halls.values());
        this.site = new RoomSite(Rooms.of(settings), phrases, this::viewer);
    }

    /** What there is between start and close. */
    private record Open(Desk desk, Talk talk, Saying saying, Optional<Afar> afar) {}

    /** Their names. */
    public List<String> rooms() {
        return settings.places().stream().map(RoomSettings.Place::name).toList();
    }

    /** The pages of the rooms, and their sockets. */
    public Site site() {
        return site;
    }

    @Override
    public PlatformName name() {
        return Ids.PLATFORM;
    }

    /** Viewers at other processes are served by this, too; before the start. It is closed with the room. */
    public void broadcastBy(Broadcast others) {
        broadcast = Optional.of(others);
    }

    @Override
    public void start(Inbox inbox) {
        Desk desk = new Desk(log, halls.values(), this::beat);
        Saying saying = new Saying(new Saying.Parts(inbox, desk, log, phrases, clock), settings.linesAMinute());
        Presence presence = new Presence(inbox, clock, settings.comings());
        Talk talk = new Talk(
                entrance,
                phrases,
                saying,
                new Talk.Signs(presence, typing, Rooms.of(settings).messagesASecond()));
        Optional<Afar> afar = broadcast.map(this::afar);
        afar.ifPresent(others -> desk.alsoTells(others::news));
        desk.start();
        open = new Open(desk, talk, saying, afar);
        afar.ifPresent(others -> others.start(talk));
        for (RoomSettings.Place place : settings.places()) {
            var _ = inbox.accept(new RoomChanged(Ids.room(place.name()), place.title()));
        }
    }

    private Afar afar(Broadcast others) {
        String hub = Ids.hex(accounts.signed("hub".getBytes(StandardCharsets.UTF_8)));
        return new Afar(new Afar.Parts(others, log, entrance, Rooms.of(settings), hub, clock), halls.values());
    }

    @Override
    public void typingTo(Consumer<Typist> heard) {
        typing.typingTo(heard);
    }

    @Override
    public void showTyping(RoomId room) {
        typing.showTyping(room);
    }

    @Override
    public void publish(List<Command> commands) {
        now().saying().commands(new TypedCommands(commands));
    }

    @Override
    public List<Post> fit(Post post) {
        Text whole = bodies.text(post.document(), post.language());
        if (whole.plain().length() <= LONGEST_POST) {
            return List.of(post);
        }
        List<Text> pieces = Pieces.of(whole, LONGEST_POST, text -> text.plain().length());
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            Document part = new Document(
                    Document.of(pieces.get(i)).blocks(), last ? post.document().choices() : List.of());
            MessageId reply = i == 0 ? post.replyTo() : null;
            posts.add(post.withDocument(part).answering(reply));
        }
        return List.copyOf(posts);
    }

    @Override
    public Outcome post(Post post, Nonce nonce) {
        if (post.voice() != null) {
            entrance.nicknames().isKnown(post.voice().name());
        }
        return stands(post.room(), nonce);
    }

    @Override
    public Outcome respond(Respond respond, Nonce nonce) {
        return stands(respond.room(), nonce);
    }

    private Outcome stands(RoomId room, Nonce nonce) {
        if (!halls.containsKey(room.value())) {
            return new Outcome.Refused(Phrase.of("room.unknown", room.value()));
        }
        String line = Ids.posted(nonce);
        now().desk().expect(line);
        return Outcome.Done.of(Ids.line(room.value(), line));
    }

    @Override
    public Outcome edit(Edit edit) {
        if (log.said(edit.message()).isEmpty()) {
            return new Outcome.Refused(Phrase.of("room.line-gone"));
        }
        now().desk().expect(edit.message().value());
        return Outcome.Done.of(edit.message());
    }

    @Override
    public Outcome delete(Delete delete) {
        if (log.said(delete.message()).isPresent()) {
            now().desk().expect(delete.message().value());
        }
        return Outcome.Done.of();
    }

    /** Nothing is to be done here: a line stands once the gate has let it pass, and it keeps what its author may not say. */
    @Override
    public Outcome restrict(Restrict restrict) {
        return Outcome.Done.of();
    }

    @Override
    public List<Optional<MessageId>> settle(RoomId room, @Nullable MessageId after, List<Attempt> unclear) {
        return unclear.stream()
                .map(attempt -> Optional.of(Ids.line(room.value(), Ids.posted(attempt.nonce())))
                        .filter(log::isKnown))
                .toList();
    }

    @Override
    public Health health() {
        Open now = open;
        return now == null
                ? new Health(false, Phrase.of("room.not-started"))
                : new Health(
                        true,
                        Phrase.of("room.viewers", Integer.toString(now.talk().viewers())));
    }

    /** How many watch now. Any thread. */
    public int viewers() {
        Open now = open;
        return now == null ? 0 : now.talk().viewers();
    }

    /**
     * What proves to this hub, for a month, that somebody is this member; a secret of theirs.
     *
     * @param login the part of their account that never changes
     */
    public String pass(String login, String name, Standing standing) {
        return entrance.pass(Ids.author("member-" + login), name, standing, PASS_LASTS);
    }

    /** Where people reach the hub; told before anybody asks for a link. */
    public void standsAt(URI hub) {
        entrance.standsAt(hub);
    }

    /**
     * What the live room does in the lane: it writes down what happens, and tells people the way in by {@code /live}. To stand after
     * the gate.
     *
     * @param alone whether an answer to a command is seen by nobody but the one who gave it
     * @param kept how long lines are kept
     * @param badges what stands before the name of whoever has an account, when they say something
     */
    public List<Feature> features(
            Predicate<CommandInvoked> alone, Duration kept, BiFunction<ReadTx, AuthorId, List<String>> badges) {
        return List.of(new RoomHistory(bodies, accounts, kept, badges), new LiveFeature(alone, entrance::link));
    }

    @Override
    public void close() {
        Open now = open;
        open = null;
        if (now != null) {
            now.talk().close();
            now.afar().ifPresent(Afar::close);
            now.desk().close();
        }
        log.close();
    }

    private void beat() {
        Open now = open;
        if (now != null) {
            now.talk().beat();
        }
    }

    private Open now() {
        Open now = open;
        if (now == null) {
            throw new IllegalStateException("the live room is not open");
        }
        return now;
    }

    /** A viewer for a room, or null where there is no such room now. */
    private @Nullable Viewer viewer(String room, lyceum.kernel.person.Language language) {
        Open now = open;
        Hall hall = halls.get(room);
        return now == null || hall == null ? null : new Viewer(hall, now.talk(), language);
    }
}
