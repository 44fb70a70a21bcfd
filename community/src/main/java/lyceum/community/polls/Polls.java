package lyceum.community.polls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import lyceum.community.polls.PollTable.Voter;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.CancelTimer;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Completion.Suggestion;
import lyceum.kernel.feature.Completion.Typing;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Overlay;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Edits;

/** Polls: one question in all rooms, one ballot for a person, the same counts everywhere. */
public final class Polls implements Feature {
    static final String NAME = "polls";
    static final String NEW = "poll-new";
    static final String CLOSE = "poll-close";
    static final String VOTE = "vote";
    static final String QUIZ = "quiz-new";
    static final String BOARD = "quiz-board";

    private static final String CARD = NAME + ":card:";
    private static final String COUNT = NAME + ":count:";
    private static final String CLOSING = NAME + ":close:";
    private static final String REMIND = NAME + ":remind:";
    /** A poll that is open for less needs no reminder. */
    private static final Duration LONG = Duration.ofMinutes(10);

    /** Quizzes of one class come within such a time. */
    private static final Duration CLASS = Duration.ofHours(6);

    private static final int PART_LEFT = 5;
    /** Telegram lets a bot change twenty messages a minute in a group, and there may be other things to say. */
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(4);

    private static final int SEED = 32;

    private final PollsSettings settings;
    private final PollTable table = new PollTable();
    private final Requests requests;

    public Polls(PollsSettings settings) {
        this.settings = settings;
        this.requests = new Requests(table, this);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(Asking.class, TimerFired.class, Delivered.class, MembersMerged.class, MemberForgotten.class);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                poll(),
                quiz(),
                new Command(BOARD, List.of("测验榜"), Phrase.of("polls.quiz-board"), List.of(), Standing.FAN),
                new Command(
                        CLOSE,
                        List.of("结束投票"),
                        Phrase.of("polls.poll-close"),
                        List.of(option(Requests.POLL, false).completedBy(this::open)),
                        Standing.CREATOR),
                new Command(
                        VOTE,
                        List.of("投票"),
                        Phrase.of("polls.vote"),
                        List.of(option(Requests.CHOICE, true), option(Requests.POLL, false)),
                        Standing.FAN));
    }

    /** The polls that are open, the newest first. */
    private List<Suggestion> open(Typing typing, ReadTx tx) {
        return table.open(tx.read()).stream()
                .flatMap(id -> table.find(tx.read(), id).stream())
                .filter(poll -> typing.means(poll.id(), poll.question()))
                .map(poll -> Suggestion.of(poll.id(), Text.of(poll.question())))
                .toList();
    }

    private static Command poll() {
        return new Command(
                NEW,
                List.of("发起投票"),
                Phrase.of("polls.poll-new"),
                List.of(
                        option(Wanted.QUESTION, true),
                        option(Wanted.OPTIONS, true),
                        option(Wanted.MINUTES, false),
                        new Option(Wanted.METHOD, Phrase.of("polls.option-method"), false, Wanted.METHODS),
                        new Option(Wanted.COUNTS, Phrase.of("polls.option-counts"), false, Wanted.SHOWN),
                        option(Wanted.SEATS, false),
                        option(Wanted.QUORUM, false),
                        new Option(Wanted.BALLOTS, Phrase.of("polls.option-ballots"), false, Wanted.KEPT)),
                Standing.CREATOR);
    }

    private static Command quiz() {
        return new Command(
                QUIZ,
                List.of("发起测验"),
                Phrase.of("polls.quiz-new"),
                List.of(
                        option(Wanted.QUESTION, true),
                        option(Wanted.OPTIONS, true),
                        option(Wanted.ANSWER, true),
                        option(Wanted.SECONDS, false)),
                Standing.CREATOR);
    }

    @Override
    public List<Page> pages() {
        return List.of(new PollsPage(table).page());
    }

    @Override
    public List<Overlay> overlays() {
        return List.of(new Scenes(table).overlay());
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case TimerFired fired
            when fired.timer().startsWith(COUNT) -> Reaction.of(recount(tx, number(fired.timer(), COUNT)));
            case TimerFired fired
            when fired.timer().startsWith(CLOSING) -> Reaction.of(close(tx, number(fired.timer(), CLOSING)));
            case TimerFired fired
            when fired.timer().startsWith(REMIND) -> Reaction.of(remind(tx, number(fired.timer(), REMIND)));
            case Delivered delivered
            when delivered.what() instanceof Post post && post.ref().startsWith(CARD) ->
                Reaction.of(stands(tx, number(post.ref(), CARD), delivered.messages()));
            case Asking asking -> Reaction.of(requests.asked(tx, asking));
            case MembersMerged merged -> Reaction.of(merged(tx, merged));
            case MemberForgotten forgotten ->
                Reaction.of(forgotten(tx, forgotten.member().value()));
            default -> Reaction.NONE;
        };
    }

    /** A new poll, shown in every room. */
    List<Effect> open(Tx tx, Poll poll) {
        table.add(tx.write(), poll);
        List<Effect> effects = new ArrayList<>(post(Cards.card(poll, List.of()), CARD + poll.id()));
        effects.add(new SetTimer(CLOSING + poll.id(), poll.closes(), ""));
        Duration open = Duration.between(poll.made(), poll.closes());
        if (!poll.quiz() && open.compareTo(LONG) >= 0) {
            effects.add(new SetTimer(REMIND + poll.id(), poll.closes().minus(open.dividedBy(PART_LEFT)), ""));
        }
        return effects;
    }

    /** Lets the cards be counted again soon, once for however many votes come until then. */
    List<Effect> changed(Tx tx, long id) {
        return table.becameStale(tx.write(), id)
                ? List.of(new SetTimer(COUNT + id, tx.now().plus(BETWEEN_COUNTS), ""))
                : List.of();
    }

    /** Ends a poll once; its cards lose their buttons, and every room reads the same result. */
    List<Effect> close(Tx tx, long id) {
        Poll poll = table.find(tx.read(), id).filter(found -> !found.closed()).orElse(null);
        if (poll == null) {
            return List.of();
        }
        table.close(tx.write(), id, tx.now());
        List<Effect> effects = new ArrayList<>(recount(tx, id));
        effects.add(new CancelTimer(COUNT + id));
        effects.add(new CancelTimer(CLOSING + id));
        effects.add(new CancelTimer(REMIND + id));
        Poll closed = table.find(tx.read(), id).orElseThrow();
        effects.addAll(post(outcome(tx, closed), NAME + ":result:" + id));
        return effects;
    }

    private Document outcome(Tx tx, Poll closed) {
        List<Voter> voters = table.voters(tx.read(), closed.id());
        if (!closed.quiz()) {
            Document result = Cards.result(closed, table.ballots(tx.read(), closed.id()));
            return closed.terms().named() ? result.plus(Cards.named(closed, voters)) : result;
        }
        Document result = Boards.result(closed, voters);
        boolean several = table.quizzes(tx.read(), closed.made().minus(CLASS), closed.made())
                        .size()
                > 1;
        return several ? Boards.joined(result, board(tx, closed.made())) : result;
    }

    /** All quizzes of the class that goes on, or has just been. */
    Document board(Tx tx, Instant now) {
        List<List<Voter>> all = new ArrayList<>();
        table.quizzes(tx.read(), now.minus(CLASS), now).forEach(id -> all.add(table.voters(tx.read(), id)));
        return Boards.board(all);
    }

    /** Whoever has not voted reads once, in every room, that it closes soon. */
    private List<Effect> remind(Tx tx, long id) {
        Poll poll = table.find(tx.read(), id).filter(found -> !found.closed()).orElse(null);
        if (poll == null || !poll.closes().isAfter(tx.now())) {
            return List.of();
        }
        long minutes = Math.max(1, Duration.between(tx.now(), poll.closes()).toMinutes());
        String voted = String.valueOf(table.ballots(tx.read(), id).size());
        Phrase said = Phrase.of("polls.remind", poll.question(), String.valueOf(minutes), voted, String.valueOf(id));
        return post(Document.of(said), NAME + ":remind:" + id);
    }

    /** While a poll is open one person keeps one ballot, the later; what was counted at the end stays counted. */
    private List<Effect> merged(Tx tx, MembersMerged merged) {
        List<Effect> effects = new ArrayList<>();
        for (long id : table.voted(tx.read(), merged.from().value())) {
            boolean open =
                    table.find(tx.read(), id).filter(poll -> !poll.closed()).isPresent();
            if (open
                    && table.join(
                            tx.write(), id, merged.from().value(), merged.into().value())) {
                effects.addAll(changed(tx, id));
            }
        }
        return effects;
    }

    private List<Effect> forgotten(Tx tx, long member) {
        List<Effect> effects = new ArrayList<>();
        for (long id : table.voted(tx.read(), member)) {
            if (table.find(tx.read(), id).filter(poll -> !poll.closed()).isPresent()) {
                table.remove(tx.write(), id, member);
                effects.addAll(changed(tx, id));
            } else {
                table.forget(tx.write(), id, member);
            }
        }
        return effects;
    }

    /** 32 random bytes, in hex. */
    String seed(Tx tx) {
        byte[] seed = new byte[SEED];
        tx.random().nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    private List<Effect> recount(Tx tx, long id) {
        Poll poll = table.find(tx.read(), id).orElse(null);
        if (poll == null) {
            return List.of();
        }
        table.fresh(tx.write(), id);
        Document card = Cards.card(poll, table.ballots(tx.read(), id));
        List<Effect> effects = new ArrayList<>();
        for (MessageId message : table.cards(tx.read(), id)) {
            if (tx.can(message.room(), Edits.class)) {
                effects.add(new Edit(message, card, settings.language(message.room()), NAME + ":edit:" + id));
            }
        }
        return effects;
    }

    /** A card stands in a room; what changed on its way there is shown soon. */
    private List<Effect> stands(Tx tx, long id, List<MessageId> messages) {
        messages.stream().limit(1).forEach(message -> table.card(tx.write(), id, message, tx.now()));
        boolean behind = table.find(tx.read(), id).filter(Poll::closed).isPresent()
                || !table.ballots(tx.read(), id).isEmpty();
        return behind ? changed(tx, id) : List.of();
    }

    private List<Effect> post(Document document, String ref) {
        List<Effect> posts = new ArrayList<>();
        for (RoomId room : settings.rooms()) {
            posts.add(new Post(room, document, settings.language(room), null, null, ref));
        }
        return posts;
    }

    private static Option option(String name, boolean required) {
        return new Option(name, Phrase.of("polls.option-" + name), required, List.of());
    }

    private static long number(String text, String prefix) {
        return Long.parseLong(text.substring(prefix.length()));
    }
}
