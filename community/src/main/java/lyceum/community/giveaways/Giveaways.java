package lyceum.community.giveaways;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import lyceum.community.giveaways.Giveaway.Drawn;
import lyceum.community.giveaways.Giveaway.State;
import lyceum.community.giveaways.draw.Beacon;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.CancelTimer;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.Resolved;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.OpenPage;
import lyceum.kernel.feature.Overlay;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Edits;
import org.jspecify.annotations.Nullable;

/** Giveaways: one entry for a person in whatever room, drawn by numbers that anybody can check, claimed or passed on. */
public final class Giveaways implements Feature {
    static final String NAME = "giveaways";
    static final String NEW = "giveaway-new";
    static final String LIST = "giveaway-list";
    static final String END = "giveaway-end";
    static final String VOID = "giveaway-void";
    static final String ENTER = "enter";
    static final String RECEIPT = "receipt";

    private static final String CARD = NAME + ":card:";
    private static final String COUNT = NAME + ":count:";
    static final String CLOSING = NAME + ":close:";
    private static final String LAPSE = NAME + ":lapse:";
    /** Telegram lets a bot change twenty messages a minute in a group, and there may be other things to say. */
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(4);

    private final GiveawaysSettings settings;
    private final Lottery lottery;
    private final GiveawayTable table = new GiveawayTable();
    private final EntryTable entries = new EntryTable();
    private final Entering entering;
    private final Waiting waiting;
    private final Requests requests;
    private final PublicLog log = new PublicLog();
    private final Persons people = new Persons(table, entries, this);

    /** @param key 32 bytes from which the seeds of draws follow, kept outside the database */
    public Giveaways(GiveawaysSettings settings, byte[] key) {
        this.settings = settings;
        this.lottery = new Lottery(key);
        this.entering = new Entering(table, entries, settings);
        this.waiting = new Waiting(table, entering, lottery, this, log);
        this.requests = new Requests(this, entering);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(
                Asking.class,
                MessagePosted.class,
                TimerFired.class,
                Delivered.class,
                Resolved.class,
                MembersMerged.class,
                MemberForgotten.class);
    }

    @Override
    public List<Command> commands() {
        Option which = option(Requests.ID, false);
        return List.of(
                command(
                        NEW,
                        "抽奖",
                        Standing.CREATOR,
                        Offer.OPTIONS.stream().map(Giveaways::asked).toArray(Option[]::new)),
                command(LIST, "抽奖列表", Standing.CREATOR),
                command(END, "开奖", Standing.CREATOR, which),
                command(VOID, "取消抽奖", Standing.CREATOR, option(Requests.ID, true)),
                command(ENTER, "参加抽奖", Standing.FAN, which),
                command(RECEIPT, "凭证", Standing.FAN, which));
    }

    @Override
    public List<Page> pages() {
        return List.of(new GiveawaysPage(table, entries).page());
    }

    @Override
    public List<OpenPage> openPages() {
        return List.of(new OpenPage(NAME, new ProofPage(entering, lottery, log)));
    }

    @Override
    public List<Overlay> overlays() {
        return List.of(new Scenes(table, entries, settings).overlay());
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case TimerFired fired
            when fired.timer().startsWith(COUNT) -> Reaction.of(recount(tx, number(fired.timer(), COUNT)));
            case TimerFired fired
            when fired.timer().startsWith(CLOSING) -> Reaction.of(close(tx, number(fired.timer(), CLOSING)));
            case TimerFired fired
            when fired.timer().startsWith(LAPSE) -> Reaction.of(lapse(tx, number(fired.timer(), LAPSE)));
            case TimerFired fired
            when fired.timer().startsWith(Waiting.REVEAL) ->
                Reaction.of(waiting.tooLate(tx, number(fired.timer(), Waiting.REVEAL)));
            case Resolved resolved
            when resolved.question().startsWith(Waiting.ROUND) -> Reaction.of(waiting.came(tx, resolved));
            case Delivered delivered
            when delivered.what() instanceof Post post && post.ref().startsWith(CARD) ->
                Reaction.of(stands(tx, number(post.ref(), CARD), post.language(), delivered.messages()));
            case MessagePosted posted ->
                Reaction.of(entering.said(tx, posted).stream()
                        .flatMap(id -> changed(tx, id).stream())
                        .toList());
            case Asking asking -> Reaction.of(requests.asked(tx, asking));
            case MembersMerged merged -> Reaction.of(people.merged(tx, merged));
            case MemberForgotten forgotten -> Reaction.of(people.forgotten(tx, forgotten));
            default -> Reaction.NONE;
        };
    }

    /** A new giveaway: its rules and the commitment stand in every room before anybody enters. */
    List<Effect> show(Tx tx, Giveaway added) {
        log.opened(
                tx,
                added,
                lottery.commit(added),
                lottery.rulesHashed(added),
                table.insteadOf(tx.read(), added.id()).map(Giveaway::draw));
        List<Effect> effects = new ArrayList<>(post(added, each -> card(each, 0), CARD + added.id()));
        effects.add(new SetTimer(CLOSING + added.id(), added.closes(), ""));
        return effects;
    }

    /** Lets the cards be counted again soon, once for however many enter until then. */
    List<Effect> changed(Tx tx, long id) {
        return table.becameStale(tx.write(), id)
                ? List.of(new SetTimer(COUNT + id, tx.now().plus(BETWEEN_COUNTS), ""))
                : List.of();
    }

    /**
     * Entries end, once: drawn in the same turn, or frozen until the round of the beacon that the rules promise. A hub that was down
     * for longer than the rules allow makes it void, as they say.
     */
    List<Effect> close(Tx tx, long id) {
        Giveaway open = table.find(tx.read(), id)
                .filter(found -> found.state() == State.OPEN)
                .orElse(null);
        if (open == null) {
            return List.of();
        }
        Terms terms = Terms.of(open);
        if (terms.beacon().known().isPresent()) {
            return waiting.freeze(tx, open);
        }
        boolean late = tx.now().isAfter(open.closes().plus(Duration.ofHours(terms.revealHours())));
        return late ? cancel(tx, open) : draw(tx, open, entering.frozen(tx, open), null);
    }

    /**
     * In one turn, once: whatever ends the hub, either nothing of it happened or all of it.
     *
     * @param beacon null where none takes part
     */
    List<Effect> draw(Tx tx, Giveaway of, List<Entry> all, @Nullable Beacon beacon) {
        long id = of.id();
        Map<String, Entry> byTag = new HashMap<>();
        all.forEach(entry -> byTag.put(entry.tag(), entry));
        Lottery.Result result = lottery.draw(of, all, beacon);
        table.bundle(tx.write(), id, result.bundle());
        log.drawn(tx, of, result.hash());
        List<Entry> winners = new ArrayList<>();
        for (int place = 0; place < result.ranking().size(); place++) {
            Entry drawn = Objects.requireNonNull(byTag.get(result.ranking().get(place)));
            boolean wins = !drawn.forgotten() && winners.size() < of.winners();
            Drawn state = drawn.forgotten() ? Drawn.LAPSED : wins ? Drawn.ASKED : Drawn.ALTERNATE;
            entries.drawn(tx.write(), id, place, drawn.member(), state);
            if (wins) {
                winners.add(drawn);
            }
        }
        table.state(tx.write(), id, winners.isEmpty() ? State.CLOSED : State.DRAWN);
        List<Effect> effects = new ArrayList<>(recount(tx, id));
        effects.add(new CancelTimer(CLOSING + id));
        effects.addAll(asked(tx, of, winners));
        return effects;
    }

    /** The rounds of beacons that giveaways wait for; read beside the lane. */
    public List<Awaited> awaited(ReadTx tx) {
        return waiting.awaited(tx);
    }

    /**
     * A round of a beacon that somebody has to ask for, and tell as {@code Resolved}.
     *
     * @param question by which it is told; the answer is the signature in hex
     * @param chain the hash by which relays know the chain
     * @param due before which there is none
     */
    public record Awaited(String question, String chain, long round, Instant due) {}

    /** Ends a giveaway without a draw; its bundle never comes, and every room reads so. */
    List<Effect> cancel(Tx tx, Giveaway open) {
        table.state(tx.write(), open.id(), State.VOID);
        log.ended(tx, open);
        List<Effect> effects = new ArrayList<>(recount(tx, open.id()));
        effects.add(new CancelTimer(CLOSING + open.id()));
        effects.add(new CancelTimer(Waiting.REVEAL + open.id()));
        effects.addAll(post(
                open,
                each -> Document.of(Phrase.of("giveaways.told-void", each.prize())),
                NAME + ":void:" + open.id()));
        return effects;
    }

    /** Somebody has claimed; the giveaway is over when nobody is asked any more. */
    List<Effect> claimed(Tx tx, Giveaway drawn) {
        if (!entries.drawn(tx.read(), drawn.id(), Drawn.ASKED).isEmpty()) {
            return windows(tx, drawn);
        }
        table.state(tx.write(), drawn.id(), State.CLOSED);
        return List.of(new CancelTimer(LAPSE + drawn.id()));
    }

    /** What was not claimed in time passes to the next of the draw, without a new one. */
    private List<Effect> lapse(Tx tx, long id) {
        return table.find(tx.read(), id)
                .filter(found -> found.state() == State.DRAWN)
                .map(drawn -> pass(tx, drawn, entries.late(tx.read(), id, tx.now()), Drawn.LAPSED))
                .orElse(List.of());
    }

    /**
     * The next of the draw step in for those who do not claim; over where there is nobody to ask any more.
     *
     * @param as what becomes of those
     */
    List<Effect> pass(Tx tx, Giveaway drawn, List<Entry> gone, Drawn as) {
        List<Entry> next = new ArrayList<>();
        List<Entry> alternates = entries.drawn(tx.read(), drawn.id(), Drawn.ALTERNATE);
        for (Entry late : gone) {
            entries.move(tx.write(), drawn.id(), late.member(), Drawn.ASKED, as);
            if (next.size() < alternates.size()) {
                Entry step = alternates.get(next.size());
                entries.move(tx.write(), drawn.id(), step.member(), Drawn.ALTERNATE, Drawn.ASKED);
                next.add(step);
            }
        }
        return next.isEmpty() ? claimed(tx, drawn) : asked(tx, drawn, next);
    }

    /** The timer of the window that ends first. */
    private List<Effect> windows(Tx tx, Giveaway drawn) {
        return entries.firstUntil(tx.read(), drawn.id())
                .<List<Effect>>map(until -> List.of(new SetTimer(LAPSE + drawn.id(), until, "")))
                .orElse(List.of());
    }

    /** Winners are named once in each room, and asked in private to claim. */
    private List<Effect> asked(Tx tx, Giveaway drawn, List<Entry> winners) {
        String ref = NAME + ":winners:" + drawn.id();
        String page = settings.page(drawn.id());
        List<Effect> effects = new ArrayList<>(post(drawn, each -> Cards.winners(each, winners, page), ref));
        Instant until = tx.now().plus(Duration.ofHours(Terms.of(drawn).claimHours()));
        for (Entry winner : winners) {
            entries.until(tx.write(), drawn.id(), winner.member(), until);
            String platform = winner.account().platform().value();
            if (platform.equals("discord") || platform.equals("telegram")) {
                effects.add(new Post(
                        RoomId.privateWith(winner.account()),
                        Cards.won(drawn.in(winner.language())),
                        winner.language(),
                        null,
                        null,
                        ref));
            }
        }
        effects.addAll(windows(tx, drawn));
        return effects;
    }

    List<Effect> recount(Tx tx, long id) {
        Giveaway of = table.find(tx.read(), id).orElse(null);
        if (of == null) {
            return List.of();
        }
        table.fresh(tx.write(), id);
        long entered = entries.count(tx.read(), id);
        List<Effect> effects = new ArrayList<>();
        for (GiveawayTable.Card card : table.cards(tx.read(), id)) {
            RoomId room = card.message().room();
            Language language = Objects.requireNonNullElse(card.language(), settings.language(room));
            if (tx.can(room, Edits.class)) {
                effects.add(new Edit(card.message(), card(of.in(language), entered), language, NAME + ":edit:" + id));
            }
        }
        return effects;
    }

    private Document card(Giveaway of, long entered) {
        return Cards.card(
                of,
                entered,
                new Cards.Proof(lottery.commit(of), lottery.rulesHashed(of), settings.page(of.id()), settings.plans()));
    }

    private List<Effect> stands(Tx tx, long id, Language language, List<MessageId> messages) {
        messages.stream()
                .limit(1)
                .forEach(message -> table.card(tx.write(), id, new GiveawayTable.Card(message, language)));
        boolean behind = entries.count(tx.read(), id) > 0
                || table.find(tx.read(), id)
                        .filter(found -> found.state() != State.OPEN)
                        .isPresent();
        return behind ? changed(tx, id) : List.of();
    }

    /** Tells every room, in the languages of the giveaway, or in the room's own where it has none. */
    List<Effect> post(Giveaway of, Function<Giveaway, Document> told, String ref) {
        List<Effect> posts = new ArrayList<>();
        for (RoomId room : settings.rooms()) {
            List<Language> languages = of.languages().isEmpty() ? List.of(settings.language(room)) : of.languages();
            for (Language language : languages) {
                posts.add(new Post(room, told.apply(of.in(language)), language, null, null, ref));
            }
        }
        return posts;
    }

    private static Command command(String name, String alias, Standing needs, Option... options) {
        return new Command(name, List.of(alias), Phrase.of("giveaways." + name), List.of(options), needs);
    }

    private static Option asked(String name) {
        List<String> values = Offer.VALUES.getOrDefault(name, List.of());
        return new Option(name, Phrase.of("giveaways.option-" + name), name.equals(Offer.PRIZE), values);
    }

    private static Option option(String name, boolean required) {
        return new Option(name, Phrase.of("giveaways.option-" + name), required, List.of());
    }

    private static long number(String text, String prefix) {
        return Long.parseLong(text.substring(prefix.length()));
    }
}
