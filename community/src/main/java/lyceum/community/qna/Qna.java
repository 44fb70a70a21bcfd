package lyceum.community.qna;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import lyceum.community.qna.QnaSettings.Talk;
import lyceum.community.qna.Threads.Coming;
import lyceum.community.qna.Threads.Heard;
import lyceum.community.qna.questions.Questions;
import lyceum.community.qna.wall.Wall;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.event.Talk.MessageReleased;
import lyceum.kernel.event.Talk.ReactionChanged;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.person.Wish;
import lyceum.kernel.search.Search;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Hears questions and answers in plain chat, keeps them, and offers what was said before anybody has to ask a person. */
public final class Qna implements Feature {
    static final String NAME = "qna";

    private static final Set<String> TICKS = Set.of("✅", "✔", "✔️", "☑", "☑️", "👌", "💯");

    private static final int MOST_SOLVED = 100;

    private final QnaSettings settings;
    private final LineTable lines = new LineTable();
    private final QuestionTable questions = new QuestionTable();
    private final OfferTable offers = new OfferTable();
    private final FaqTable faq = new FaqTable();
    private final FaqDesk desk = new FaqDesk(questions, faq);
    private final Finding finding;
    private final Threads threads;
    private final Wall wall;
    private final Offers showing;
    private final Ladder ladder;
    private final Opening opening;
    private final Requests requests;
    private final Withdrawals withdrawals;

    /**
     * @param search finds what was asked and answered before
     * @param origins the message that another repeats; itself where it repeats none
     */
    public Qna(QnaSettings settings, Search search, BiFunction<Handle, MessageId, MessageId> origins) {
        this.settings = settings;
        this.finding = new Finding(settings, search, questions);
        this.threads = new Threads(lines, questions);
        this.showing = new Offers(settings, questions, offers);
        this.wall = new Wall(settings::language);
        this.ladder = new Ladder(settings, questions);
        this.opening = new Opening(settings, new Opening.Parts(lines, questions, wall, ladder), origins);
        this.requests = new Requests(settings, new Requests.Parts(questions, offers, showing, opening));
        this.withdrawals = new Withdrawals(new Withdrawals.Tables(lines, questions, offers, faq, wall), showing);
    }

    /** A question that was asked in a room, and the best of its answers. */
    public record Solved(String question, String answer) {}

    /** The questions of a while that have a likely answer, the earliest first. */
    public List<Solved> solved(Handle read, Instant from, Instant to) {
        return questions.between(read, from, to, MOST_SOLVED).stream()
                .flatMap(asked -> asked.likely().stream()
                        .limit(1)
                        .map(best -> new Solved(asked.line().text(), best.line().said())))
                .toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(
                MessagePosted.class,
                MessageReleased.class,
                MessageEdited.class,
                MessageDeleted.class,
                ReactionChanged.class,
                Asking.class,
                MembersMerged.class,
                MemberForgotten.class,
                RoomChanged.class,
                TimerFired.class,
                Delivered.class);
    }

    @Override
    public List<Command> commands() {
        Option text = new Option(Requests.TEXT, Phrase.of("qna.option-text"), true, List.of()).completedBy(finding);
        List<Command> commands = new ArrayList<>(List.of(
                new Command(Requests.ASK, List.of("提问"), Phrase.of("qna.ask"), List.of(text), Standing.FAN),
                new Command(Requests.SEARCH, List.of("搜索"), Phrase.of("qna.search"), List.of(text), Standing.FAN),
                new Command(Requests.SOLVED, List.of("已解决"), Phrase.of("qna.solved"), List.of(), Standing.FAN)
                        .pointing()));
        commands.addAll(FaqDesk.commands());
        commands.addAll(Wall.commands());
        return commands;
    }

    @Override
    public List<Page> pages() {
        return List.of(new QuestionsPage(questions).page(), wall.page(), new FaqPage(questions, faq).page());
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case MessagePosted posted
            when isKept(posted.speaker(), wishes(tx.actor())) -> Reaction.of(said(posted, tx.actor(), tx));
            case MessageReleased released
            when isKept(released.posted().speaker(), released.wishes()) ->
                Reaction.of(said(released.posted(), null, tx));
            case MessageEdited edited -> Reaction.of(withdrawals.edited(edited, tx));
            case MessageDeleted deleted -> Reaction.of(withdrawals.deleted(deleted.message(), tx));
            case ReactionChanged changed
            when changed.there() && TICKS.contains(changed.emoji()) -> Reaction.of(ticked(changed, tx));
            case CommandInvoked invoked when Wall.owns(invoked.command()) -> Reaction.of(wall(invoked, tx));
            case Asking asked -> Reaction.of(desk.asked(tx, asked).orElseGet(() -> requests.asked(tx, asked)));
            case TimerFired fired
            when fired.timer().startsWith(Ladder.STEP) || fired.timer().equals(Ladder.DIGEST) ->
                Reaction.of(ladder.due(fired, tx));
            case RoomChanged _ -> Reaction.of(ladder.daily(tx.now()));
            case MembersMerged merged -> merged(merged, tx);
            case MemberForgotten forgotten -> Reaction.of(withdrawals.forgotten(forgotten, tx));
            case Delivered delivered when delivered.what().ref().startsWith(NAME + ":") -> delivered(delivered, tx);
            default -> Reaction.NONE;
        };
    }

    private static boolean isKept(Speaker speaker, Set<Wish> wishes) {
        return !speaker.bot() && !wishes.contains(Wish.NOT_RELAYED);
    }

    private static Set<Wish> wishes(@Nullable Actor actor) {
        return actor == null ? Set.of() : actor.wishes();
    }

    private List<Effect> said(MessagePosted posted, @Nullable Actor actor, Tx tx) {
        Talk talk = settings.talk(posted.message().room()).orElse(null);
        String text = posted.text().plain();
        if (talk == null || text.isBlank()) {
            return List.of();
        }
        Asks asks = tx.score(Asks.class);
        double score = asks == null ? score(QuestionScorer.own(posted.text())) : asks.question();
        Speaker speaker = posted.speaker();
        Line.Who who = new Line.Who(speaker.id(), actor == null ? null : actor.member(), speaker.name());
        Line line = new Line(posted.message().toString(), who, text, posted.at().toEpochMilli());
        Language language = actor == null ? settings.language(posted.message().room()) : actor.language();
        Coming coming =
                coming(new Coming(talk.name(), line, language, score >= Questions.LINE, null, null), posted, tx);
        return follows(threads.hear(coming, tx), posted, line, tx);
    }

    /** Of what a moderator let through, which no scorer saw: rare enough to be read anew each time. */
    private static double score(String text) {
        return new Questions().score(text);
    }

    private Coming coming(Coming plain, MessagePosted posted, Tx tx) {
        MessageId replyTo = posted.replyTo();
        return replyTo == null
                ? plain
                : new Coming(
                        plain.talk(),
                        plain.line(),
                        plain.language(),
                        plain.asks(),
                        opening.origin(tx, replyTo),
                        questions.asked(tx.read(), replyTo).orElse(null));
    }

    private List<Effect> follows(Heard heard, MessagePosted posted, Line line, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        Asks asks = tx.score(Asks.class);
        Talk talk = settings.talk(posted.message().room()).orElseThrow();
        Topic topic = heard.asked() == null
                ? null
                : Topic.of(line.said(), settings.careful()).orElse(null);
        if (topic != null) {
            effects.add(showing.careful(posted.message(), topic));
        } else if (heard.asked() != null && asks != null) {
            List<Known> known = showing.known(tx, talk.name(), asks.hits());
            showing.offer(tx, posted.message(), line, heard.asked(), known).ifPresent(effects::add);
        }
        if (heard.asked() != null) {
            wall.hears(tx, talk.name(), heard.asked(), line.said(), line.who().key());
        }
        if (heard.answered() != null) {
            questions
                    .find(tx.read(), heard.answered())
                    .flatMap(question -> showing.tell(tx, question, line.message()))
                    .ifPresent(effects::add);
        }
        if (heard.solved() != null) {
            effects.addAll(showing.solved(tx, heard.solved(), null));
        }
        return effects;
    }

    private List<Effect> wall(CommandInvoked invoked, Tx tx) {
        Actor actor = tx.actor();
        Talk talk = settings.heard(invoked.room()).orElse(null);
        if (actor == null || talk == null) {
            return List.of();
        }
        Line.Who who = new Line.Who(
                invoked.speaker().id(), actor.member(), invoked.speaker().name());
        Wall.Place place = new Wall.Place(talk.name(), talk.rooms());
        String number = invoked.options()
                .getOrDefault("number", "")
                .replaceFirst("^#", "")
                .strip();
        Wall.Reply reply = wall.asked(tx, new Wall.Asked(invoked.command(), place, who.key(), number));
        List<Effect> effects = new ArrayList<>(reply.effects());
        effects.add(new Respond(
                invoked.reply(), Document.of(reply.answer()), actor.language(), true, NAME + ":wall-answer"));
        return effects;
    }

    /** The asker, moderators and creators tick what solved a question. */
    private List<Effect> ticked(ReactionChanged changed, Tx tx) {
        Speaker speaker = changed.speaker();
        Actor actor = tx.actor();
        Optional<Question.Answer> answer = questions.answer(tx.read(), opening.origin(tx, changed.message()));
        if (speaker == null || actor == null || answer.isEmpty()) {
            return List.of();
        }
        Question question = questions.find(tx.read(), answer.get().question()).orElseThrow();
        Line.Who who = new Line.Who(speaker.id(), actor.member(), speaker.name());
        boolean may = actor.standing().atLeast(Standing.MODERATOR)
                || question.line().who().is(who);
        boolean known = answer.get().accepted() > 0 && question.state() == Question.State.SOLVED;
        return may && !known ? showing.solved(tx, answer.get(), null) : List.of();
    }

    private Reaction merged(MembersMerged merged, Tx tx) {
        questions.merge(tx.write(), merged.from(), merged.into());
        return Reaction.NONE;
    }

    private Reaction delivered(Delivered delivered, Tx tx) {
        String ref = delivered.what().ref();
        for (MessageId message : delivered.messages().stream().limit(1).toList()) {
            if (ref.startsWith(Offers.REF)) {
                offers.stands(tx.write(), Long.parseLong(ref.substring(Offers.REF.length())), message);
            } else if (ref.startsWith(Opening.REF)) {
                questions.asked(tx.write(), message, Long.parseLong(ref.substring(Opening.REF.length())));
            }
        }
        return Reaction.NONE;
    }
}
