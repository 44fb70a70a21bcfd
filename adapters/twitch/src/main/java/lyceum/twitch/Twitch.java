package lyceum.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.effect.DecideHold;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.TypedCommands;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Holds;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Menus;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.kernel.platform.Responds;
import lyceum.kernel.platform.Restricts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One channel's chat on Twitch. It cannot be asked what was said: what is said while the hub is away is told as a gap. A line whose
 * answer was lost is found by its echo in the chat.
 */
public final class Twitch implements Platform, Deletes, Responds, Restricts, Holds, Menus {
    private static final Logger LOG = LoggerFactory.getLogger(Twitch.class);
    /** How long a line that looks like a command waits, after the start, for the commands to be known. */
    private static final Duration UNTIL_COMMANDS = Duration.ofSeconds(3);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** How long a subscription that was given waits for the chat to name its giver. */
    private static final Duration FOR_GIVERS = Duration.ofSeconds(2);

    private static final List<String> NEEDED = List.of("chat:read", "user:write:chat");

    private static final String DELETES = "moderator:manage:chat_messages";

    private final TwitchSettings settings;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Addresses addresses;
    private final Credential credential;
    private final Helix helix;
    private final Notebook notebook;
    private final Pacing pacing;
    private final Echoes echoes = new Echoes();
    private final Gifts gifts = new Gifts(FOR_GIVERS);
    private final Speech speech;
    private final Pulse pulse = new Pulse();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<Void> commandsKnown = new CompletableFuture<>();
    private volatile TypedCommands commands = TypedCommands.NONE;
    private volatile @Nullable Place place;
    private volatile @Nullable Ear ear;
    private volatile @Nullable Comings comings;
    private volatile @Nullable EventSub eventSub;
    private volatile @Nullable Filter filter;
    private volatile @Nullable Roster roster;
    private final List<TokenWatch> tokens = new CopyOnWriteArrayList<>();

    /** @param phrases those of every feature whose documents are posted */
    public Twitch(TwitchSettings settings, InstantSource clock, Phrases phrases) {
        this.settings = settings;
        this.clock = clock;
        this.addresses = Addresses.of(settings.api());
        this.credential = credential(settings.bot());
        this.helix = new Helix(http, addresses, credential, clock);
        this.notebook = new Notebook(settings.notebook());
        this.pacing = new Pacing(settings.pace(), clock, notebook);
        this.speech = new Speech(new Scribe(phrases), helix, pacing, notebook, echoes);
    }

    @Override
    public PlatformName name() {
        return Ids.TWITCH;
    }

    @Override
    public void start(Inbox inbox) throws PlatformRefused {
        Self self = introduce();
        Place here = new Place(self, broadcaster(), Ids.of(settings.channel()));
        place = here;
        var _ = inbox.accept(new RoomChanged(here.ids().room(), settings.channel()));
        commandsKnown.completeOnTimeout(null, UNTIL_COMMANDS.toMillis(), TimeUnit.MILLISECONDS);
        Reader reader = new Reader(here, new Reader.Memory(notebook, echoes, gifts), this::vocabulary, clock);
        Line.Login login = new Line.Login(self.login(), credential, settings.channel(), settings.comings());
        Comings coming = new Comings(here, helix, inbox, clock);
        comings = coming;
        Ear hearing = new Ear(
                new Ear.Door(http, addresses.chat(), login, here.ids()),
                reader,
                inbox,
                new Ear.Watch(notebook, pacing, pulse, clock, coming::heard));
        ear = hearing;
        coming.start();
        hearing.start();
        watch(TokenWatch.Whose.BOT, credential, helix);
        listen(here, inbox);
        LOG.info("twitch: in #{} as {}", settings.channel(), self.login());
    }

    /** Subscriptions, tips, the stream: as the owner where the owner gave a token. What fails here holds up no talk. */
    private void listen(Place here, Inbox inbox) throws PlatformRefused {
        Helix asking = helix;
        Self hearer = here.self();
        if (settings.owner() != null) {
            Credential owner = credential(settings.owner());
            asking = new Helix(http, addresses, owner, clock);
            hearer = self(asking);
            watch(TokenWatch.Whose.OWNER, owner, asking);
        }
        filter = new Filter(asking, hearer);
        Topics topics = new Topics(asking, hearer, here.broadcaster(), pulse);
        Notifications notifications = new Notifications(here.ids(), here.broadcaster(), gifts, clock);
        Roster listing = roster(asking, hearer, here, inbox);
        EventSub events =
                new EventSub(http, addresses.eventSub(), session -> welcome(topics, session, listing), frame -> {
                    JsonNode ended = frame.path("payload").path("subscription");
                    if (frame.path("metadata").path("message_type").asText().equals("revocation")) {
                        topics.ended(
                                ended.path("type").asText(),
                                ended.path("status").asText());
                    } else {
                        notifications.read(frame, event -> {
                            var _ = inbox.accept(event);
                        });
                    }
                });
        eventSub = events;
        events.start();
    }

    /** Who may not be told of subscriptions may not list them either. */
    private @Nullable Roster roster(Helix asking, Self hearer, Place here, Inbox inbox) {
        if (!hearer.may(Roster.SCOPE)) {
            return null;
        }
        Roster listing = new Roster(query -> asking.get("/subscriptions", query), here, pulse, clock);
        roster = listing;
        listing.start(inbox);
        return listing;
    }

    private static void welcome(Topics topics, String session, @Nullable Roster listing) {
        topics.subscribe(session);
        if (listing != null) {
            listing.soon();
        }
    }

    private Credential credential(TwitchSettings.Account account) {
        TwitchSettings.Renewal renewal = account.renewal();
        return renewal == null
                ? new Credential(account.token())
                : new Credential(
                        account.token(),
                        new Credential.Renewing(
                                http,
                                addresses.renew(),
                                renewal.application(),
                                new KeptTokens(renewal.file(), renewal.refresh())));
    }

    private void watch(TokenWatch.Whose whose, Credential of, Helix with) {
        TokenWatch.Token token = new TokenWatch.Token(with::validate, of.isRenewable());
        TokenWatch watching = new TokenWatch(whose, token, pulse, clock);
        tokens.add(watching);
        with.onRefusal(watching::doubt);
        watching.start();
    }

    private Self self(Helix asking) throws PlatformRefused {
        JsonNode who = insist(asking::validate);
        Set<String> scopes = new HashSet<>();
        who.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        Self self = new Self(
                who.path("user_id").asText(),
                who.path("login").asText(),
                who.path("client_id").asText(),
                scopes);
        asking.client(self.client());
        return self;
    }

    private Self introduce() throws PlatformRefused {
        Self self = self(helix);
        for (String scope : NEEDED) {
            if (!self.may(scope)) {
                throw new PlatformRefused(Phrase.of("twitch.scope-needed", scope));
            }
        }
        pulse.note("scope", self.may(DELETES) ? null : Phrase.of("twitch.scope-deletes", DELETES));
        return self;
    }

    private String broadcaster() throws PlatformRefused {
        JsonNode users = insist(() -> helix.get("/users", Map.of("login", settings.channel())));
        String id = users.path("data").path(0).path("id").asText("");
        if (id.isEmpty()) {
            throw new PlatformRefused(Phrase.of("twitch.no-channel", settings.channel()));
        }
        return id;
    }

    /** Asks until Twitch answers; blocks. */
    private JsonNode insist(Supplier<Reply> question) throws PlatformRefused {
        Duration pause = Duration.ofMillis(500);
        while (true) {
            Reply reply = question.get();
            if (reply instanceof Reply.Ok(JsonNode body)) {
                return body;
            }
            if (reply instanceof Reply.No no && no.status() != 429) {
                throw new PlatformRefused(Words.refused(no));
            }
            pulse.stops(Phrase.of("twitch.unreachable"));
            LOG.warn("twitch: cannot be reached; trying again in {} ms", pause.toMillis());
            rest(pause);
            pause = pause.compareTo(LONGEST_PAUSE) >= 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void rest(Duration pause) throws PlatformRefused {
        try {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PlatformRefused(Phrase.of("twitch.stopped"));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new PlatformRefused(Phrase.of("twitch.stopped"));
        }
    }

    @Override
    public List<Post> fit(Post post) {
        return speech.fit(post);
    }

    @Override
    public Outcome post(Post post, Nonce nonce) {
        return speech.post(here(), post);
    }

    @Override
    public Outcome delete(Delete delete) {
        return speech.delete(here(), delete);
    }

    @Override
    public Outcome restrict(Restrict restrict) {
        return new Measures(helix, pacing, clock).restrict(here(), restrict);
    }

    @Override
    public Outcome decide(DecideHold decision) {
        Filter known = filter;
        return known == null
                ? new Outcome.Later(Duration.ofSeconds(1), Phrase.of("twitch.not-connected"))
                : known.decide(decision);
    }

    @Override
    public Outcome respond(Respond respond, Nonce nonce) {
        return speech.respond(here(), respond);
    }

    /** Twitch shows no list of commands; they are known from now on. */
    @Override
    public void publish(List<Command> published) {
        commands = new TypedCommands(published);
        commandsKnown.complete(null);
    }

    @Override
    public Health health() {
        return pulse.health();
    }

    @Override
    public void close() {
        closed.countDown();
        commandsKnown.complete(null);
        Ear hearing = ear;
        if (hearing != null) {
            hearing.close();
        }
        Comings coming = comings;
        if (coming != null) {
            coming.close();
        }
        EventSub events = eventSub;
        if (events != null) {
            events.close();
        }
        Roster listing = roster;
        if (listing != null) {
            listing.close();
        }
        tokens.forEach(TokenWatch::close);
        http.shutdownNow();
        pulse.stops(Phrase.of("twitch.closed"));
    }

    private Place here() {
        Place now = place;
        if (now == null) {
            throw new IllegalStateException("nothing is said before Twitch is started");
        }
        return now;
    }

    private TypedCommands vocabulary() {
        commandsKnown.join();
        return commands;
    }
}
