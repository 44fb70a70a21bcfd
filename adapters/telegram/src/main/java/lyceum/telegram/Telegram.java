package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.effect.OnMoney.DecidePayment;
import lyceum.kernel.effect.OnMoney.Offer;
import lyceum.kernel.effect.OnPlatform.ChangeThread;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.OpenThread;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.React;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Pin;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.TypedCommands;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Completes;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Edits;
import lyceum.kernel.platform.Fetches;
import lyceum.kernel.platform.Files;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Memberships;
import lyceum.kernel.platform.Menus;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Pins;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.kernel.platform.Reacts;
import lyceum.kernel.platform.Responds;
import lyceum.kernel.platform.Restricts;
import lyceum.kernel.platform.Sells;
import lyceum.kernel.platform.ShowsTyping;
import lyceum.kernel.platform.Suggestions;
import lyceum.kernel.platform.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetFile;

/**
 * Telegram. It cannot be asked what stands in a room, and knows no key for a request that comes again: a message whose answer was
 * lost stays ambiguous.
 */
public final class Telegram
        implements Platform,
                Edits,
                Deletes,
                Reacts,
                Responds,
                Restricts,
                Menus,
                Completes,
                Fetches,
                Memberships,
                Threads,
                ShowsTyping,
                Sells,
                Pins {
    private static final Logger LOG = LoggerFactory.getLogger(Telegram.class);
    /** How long a line that looks like a command waits, after the start, for the commands to be known. */
    private static final Duration UNTIL_COMMANDS = Duration.ofSeconds(3);

    private final TelegramSettings settings;
    private final InstantSource clock;
    private final Moves moves;
    private final Wire wire;
    private final Successors successors;
    private final Remaking remaking;
    private final Scribe scribe;
    private final Presses presses;
    private final Speech speech;
    private final Reactions reactions;
    private final Measures measures;
    private final Topics topics;
    private final Typing typing;
    private final Noticeboard noticeboard;
    private final Counter counter;
    private final Whereabouts whereabouts = new Whereabouts();
    private final Pulse pulse;
    private final Doorkeeper doorkeeper;
    private final CountDownLatch closed = new CountDownLatch(1);
    /** Groups in which something of the hub's stands. */
    private final Set<Long> spokenIn = ConcurrentHashMap.newKeySet();

    private final CompletableFuture<Void> commandsKnown = new CompletableFuture<>();
    private volatile Vocabulary commands = Vocabulary.EMPTY;
    private volatile Suggestions suggestions = _ -> List.of();
    private volatile @Nullable Poller poller;

    /** @param phrases those of every feature whose documents are posted and whose commands are published */
    public Telegram(TelegramSettings settings, InstantSource clock, Phrases phrases) {
        this(settings, clock, phrases, new Files());
    }

    /** @param files where the files of other platforms are fetched */
    public Telegram(TelegramSettings settings, InstantSource clock, Phrases phrases, Files files) {
        this.settings = settings;
        this.clock = clock;
        this.moves = new Moves(new Kept(settings.file("telegram.json")), settings.named());
        this.successors = new Successors(new Kept(settings.file("telegram-topics.json")));
        this.wire = new Wire(settings, moves, successors);
        this.remaking = new Remaking(wire, successors);
        this.scribe = new Scribe(phrases);
        this.presses = new Presses(wire::ask, closed);
        Courier courier = new Courier(remaking::ask, new Pacing(settings.pace(), clock), moves);
        this.reactions = new Reactions(courier);
        this.measures = new Measures(courier);
        this.topics = new Topics(courier, successors);
        this.typing = new Typing(courier);
        this.noticeboard = new Noticeboard(courier);
        this.counter = new Counter(scribe, courier);
        this.speech = new Speech(scribe, courier, presses, new Parcels(remaking, courier, files));
        this.doorkeeper = new Doorkeeper(courier, clock);
        this.pulse = new Pulse(clock);
    }

    @Override
    public PlatformName name() {
        return Address.TELEGRAM;
    }

    @Override
    public void completeFrom(Suggestions source) {
        suggestions = source;
    }

    @Override
    public void start(Inbox inbox) throws PlatformRefused {
        doorkeeper.opens(inbox);
        Arrival arrival = new Arrival(wire::ask, clock, pulse, closed);
        Self self = arrival.introduce();
        arrival.removeWebhook();
        Standings standings = new Standings(wire::ask, self);
        RoomNames names = new RoomNames();
        RoomCheck check = new RoomCheck(wire::ask, self, standings, pulse);
        arrival.enter(settings.rooms(), check, names, inbox);
        commandsKnown.completeOnTimeout(null, UNTIL_COMMANDS.toMillis(), TimeUnit.MILLISECONDS);
        Insiders insiders = new Insiders(wire::ask, settings.rooms(), clock, spokenIn);
        Inline inline = new Inline(wire::ask, new Inline.Showing(scribe, this::vocabulary), insiders, suggestions);
        Reader.Speaking speaking = new Reader.Speaking(self, standings, whereabouts);
        Reader reader = new Reader(speaking, this::hears, this::vocabulary);
        Reception reception = new Reception(
                new Reception.Parts(
                        reader, standings, names, pulse, new Reception.Changes(moves, successors, remaking)),
                inbox,
                new Reception.Asides(presses::noticed, inline::typed, insiders, check, self));
        new Statement(wire::ask, new Speakers(standings), new Bookmark(settings.file("telegram-payments.mark")))
                .start(inbox, closed);
        Poller hearing = new Poller(wire::poll, reception, pulse);
        poller = hearing;
        pulse.beats();
        LOG.info("telegram: in as @{}", self.name());
        hearing.start();
    }

    @Override
    public List<Post> fit(Post post) {
        return speech.fit(post);
    }

    @Override
    public Outcome post(Post post, Nonce nonce) {
        Outcome outcome = speech.post(post);
        stood(post.room(), outcome);
        return outcome;
    }

    private void stood(RoomId room, Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            if (Address.of(room).isShared()) {
                spokenIn.add(Address.of(room).chat());
            }
            Address address = Address.of(room);
            done.messages().forEach(message -> whereabouts.stands(address, Address.number(message)));
        }
    }

    @Override
    public Outcome edit(Edit edit) {
        return speech.edit(edit);
    }

    @Override
    public Outcome delete(Delete delete) {
        return speech.delete(delete);
    }

    @Override
    public Optional<byte[]> fetch(String source, long most) {
        String id = source.substring(source.indexOf(':') + 1);
        return switch (wire.ask(new GetFile(id))) {
            case Reply.Ok(JsonNode file) -> wire.file(Fields.words(file, "file_path"), most);
            case Reply.No _ -> Optional.empty();
            default -> throw new UncheckedIOException(new IOException("Telegram does not say where a file is"));
        };
    }

    @Override
    public Outcome react(React react) {
        return reactions.react(react);
    }

    @Override
    public Outcome open(OpenThread open) {
        return topics.open(open);
    }

    @Override
    public Outcome change(ChangeThread change) {
        return topics.change(change);
    }

    @Override
    public void showTyping(RoomId room) {
        typing.showTyping(room);
    }

    @Override
    public Outcome pin(Pin pin) {
        return noticeboard.pin(pin);
    }

    @Override
    public Outcome restrict(Restrict restrict) {
        return measures.restrict(restrict);
    }

    @Override
    public Outcome respond(Respond respond, Nonce nonce) {
        return speech.respond(respond);
    }

    @Override
    public Outcome seat(AuthorId account, RoomId room) {
        return doorkeeper.seat(account, room);
    }

    @Override
    public Outcome unseat(AuthorId account, RoomId room) {
        return doorkeeper.unseat(account, room);
    }

    @Override
    public Outcome decide(AuthorId account, RoomId room, boolean admitted) {
        return doorkeeper.decide(account, room, admitted);
    }

    @Override
    public Outcome inspect(AuthorId account, RoomId room) {
        return doorkeeper.inspect(account, room);
    }

    @Override
    public Outcome offer(Offer offer) {
        Outcome outcome = counter.offer(offer);
        stood(offer.room(), outcome);
        return outcome;
    }

    @Override
    public Outcome decide(DecidePayment decision) {
        return counter.decide(decision);
    }

    @Override
    public void publish(List<Command> published) {
        commands = new Vocabulary(new TypedCommands(published));
        commandsKnown.complete(null);
        Menu menu = new Menu(wire::ask, scribe, closed);
        Thread.ofVirtual().name("telegram-menu").start(() -> menu.publish(published));
    }

    @Override
    public Health health() {
        return pulse.health();
    }

    @Override
    public void close() {
        closed.countDown();
        commandsKnown.complete(null);
        Poller hearing = poller;
        if (hearing != null) {
            hearing.close(wire::close);
        } else {
            wire.close();
        }
        pulse.stops(Phrase.of("telegram.closed"));
    }

    private boolean hears(Address address) {
        return settings.rooms().isEmpty()
                || !address.isShared()
                || settings.rooms().contains(address.room())
                || settings.rooms().contains(new Address(address.chat(), 0).room());
    }

    private Vocabulary vocabulary() {
        commandsKnown.join();
        return commands;
    }
}
