package lyceum.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.effect.DecideHold;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Tell;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.Resolved;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Answer.Undeliverable;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People;
import lyceum.kernel.event.Place.NativeHold;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.event.Talk;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.person.Wish;
import lyceum.moderation.Case.State;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every feature that speaks: what the rules object to is taken away or waits for a moderator, and no feature hears it
 * before. Where the rules fail, a moderator decides.
 */
public final class Gate implements Feature {
    static final String NAME = "moderation";
    static final String FAILED = "failed";
    private static final Verdict CHECK_FAILED =
            new Verdict.Hold(List.of(new Signal(FAILED, "text", 0, 0, Severity.HOLD, "")));

    private final ModerationSettings settings;
    private final Remembering remembering;
    private final Audit audit;
    private final BackTest test;
    private final Review review;
    private final Desk desk;
    private final Faces faces = new Faces();
    private final SaidTable said = new SaidTable();
    private final Attached attached;

    /**
     * @param audit the log of what is done here
     * @param test asks the rules about what was said before
     */
    public Gate(ModerationSettings settings, Remembering remembering, Audit audit, BackTest test) {
        this.settings = settings;
        this.remembering = remembering;
        this.audit = audit;
        this.test = test;
        review = new Review(settings);
        desk = new Desk(settings, review, audit, test);
        attached = new Attached(remembering.policy());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(
                MessagePosted.class,
                MessageEdited.class,
                MessageDeleted.class,
                People.class,
                ChoiceMade.class,
                TimerFired.class,
                Delivered.class,
                Undeliverable.class,
                RoomChanged.class,
                NativeHold.class,
                Resolved.class);
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case MessagePosted posted when judged(posted) -> hear(posted, tx);
            case MessageEdited edited when judged(edited) -> judge(edited, verdict(tx), tx);
            case NativeHold hold -> {
                faces.hear(hold.speaker(), tx);
                yield Reaction.of(desk.natives().held(hold, tx));
            }
            case Undeliverable lost
            when lost.what() instanceof DecideHold hold && hold.ref().startsWith(Natives.DECIDE) ->
                Reaction.of(desk.natives().refused(hold, tx));
            case Resolved resolved when resolved.question().startsWith(Attached.SEEN) -> seen(resolved, tx);
            case MessageDeleted deleted -> Reaction.of(review.withdraw(deleted.message(), tx));
            case ChoiceMade _, CommandInvoked _, People _ -> desk.on(event, tx);
            case TimerFired fired
            when fired.timer().startsWith(Review.REMIND) ->
                Reaction.of(review.remind(Long.parseLong(fired.note()), tx));
            case TimerFired _ -> desk.on(event, tx);
            case Delivered delivered
            when delivered.what() instanceof Post post && post.ref().startsWith(Review.CARD) ->
                Reaction.of(review.keep(number(post.ref(), Review.CARD), delivered.messages(), tx));
            case Delivered delivered
            when delivered.what() instanceof Post post && post.ref().startsWith(Seconds.CARD) -> {
                desk.seconds().keep(number(post.ref(), Seconds.CARD), delivered.messages(), tx);
                yield Reaction.NONE;
            }
            case Undeliverable lost
            when lost.what() instanceof Delete delete && delete.ref().startsWith(Review.REMOVE) ->
                Reaction.of(review.failed(number(delete.ref(), Review.REMOVE)));
            case Undeliverable lost
            when lost.what() instanceof Delete delete && delete.ref().startsWith(Review.HIDE) ->
                Reaction.of(review.failed(number(delete.ref(), Review.HIDE)));
            case RoomChanged changed -> {
                review.nameRoom(changed.room(), changed.name(), tx);
                yield Reaction.of(desk.daily(tx));
            }
            default -> Reaction.NONE;
        };
    }

    @Override
    public List<Command> commands() {
        return desk.commands();
    }

    @Override
    public List<Page> pages() {
        Cards cards = new Cards(settings.zone(), settings.hides());
        return List.of(
                new QueuePage(cards).page(),
                new CasesPage(cards, desk.undoing()).page(),
                new RulesPage(test).page(),
                new AuditPage(audit, cards).page());
    }

    /** The check itself failed: nothing passes unseen, and nobody is punished for it. */
    @Override
    public Reaction onFailure(Event event, Tx tx) {
        return switch (event) {
            case MessagePosted posted -> judge(posted, CHECK_FAILED, tx);
            case MessageEdited edited -> judge(edited, CHECK_FAILED, tx);
            default -> Reaction.NONE;
        };
    }

    /** Who is kept from speaking is not heard, and a raid is contained before anybody is asked. */
    private Reaction hear(MessagePosted posted, Tx tx) {
        Instant since = faces.hear(posted.speaker(), tx);
        Actor actor = tx.actor();
        said.add(tx.write(), posted, wishes(actor));
        attached.hear(posted, tx);
        if (desk.natives().passed(posted, tx)) {
            return Reaction.of(desk.natives().closePassed(posted, tx));
        }
        List<Signal> acting = desk.rules().acting(with(remembering.judge(posted), verdict(tx)), tx);
        Verdict verdict = calmed(new Signals(acting).verdict(), tx);
        if (actor != null && since != null && !actor.standing().atLeast(Standing.MODERATOR)) {
            List<Effect> contained = desk.raids().contain(posted, since, !(verdict instanceof Verdict.Pass), tx);
            if (contained != null) {
                return Reaction.of(contained).swallowing();
            }
            if (desk.discipline().keptFromSpeaking(actor.member(), tx)) {
                Effect gone = new Delete(posted.message(), NAME + ":kept");
                return Reaction.of(gone).swallowing();
            }
        }
        Reaction reaction = judge(posted, verdict, tx);
        List<Effect> alarms = new ArrayList<>(desk.rules().breaks(acting, tx));
        if (verdict instanceof Verdict.Remove) {
            alarms.addAll(desk.breaker().removed(tx));
        }
        return alarms.isEmpty() ? reaction : and(reaction, alarms);
    }

    /** Where too much was done a human decides. */
    private Verdict calmed(Verdict verdict, Tx tx) {
        return verdict instanceof Verdict.Remove remove && desk.breaker().stopsAll(tx)
                ? new Verdict.Hold(remove.why())
                : verdict;
    }

    private static Reaction and(Reaction reaction, List<Effect> more) {
        List<Effect> effects = new ArrayList<>(reaction.effects());
        effects.addAll(more);
        return new Reaction(effects, reaction.swallowed(), reaction.actor());
    }

    private static List<Signal> with(List<Signal> more, Verdict verdict) {
        List<Signal> all = new ArrayList<>(
                switch (verdict) {
                    case Verdict.Pass _ -> List.<Signal>of();
                    case Verdict.Hold hold -> hold.why();
                    case Verdict.Remove remove -> remove.why();
                });
        all.addAll(more);
        return all;
    }

    /** Moderators among themselves quote what they talk about. */
    private boolean judged(Talk talk) {
        Speaker speaker = talk.speaker();
        boolean moderator = speaker != null && speaker.standing().atLeast(Standing.MODERATOR);
        return !(moderator && settings.rooms().contains(talk.message().room()));
    }

    private static Verdict verdict(Tx tx) {
        Signals signals = tx.score(Signals.class);
        return signals == null ? CHECK_FAILED : signals.verdict();
    }

    private Reaction judge(MessagePosted posted, Verdict verdict, Tx tx) {
        return switch (verdict) {
            case Verdict.Pass _ -> Reaction.NONE;
            case Verdict.Hold hold ->
                Reaction.of(review.open(held(posted, hold.why(), tx), tx)).swallowing();
            case Verdict.Remove remove ->
                Reaction.of(review.remove(held(posted, remove.why(), tx), tx)).swallowing();
        };
    }

    private Reaction judge(MessageEdited edited, Verdict verdict, Tx tx) {
        Optional<Case> last = review.about(edited.message(), tx);
        if (last.isPresent() && last.get().open() && !last.get().first(edited.message())) {
            return judgeTwin(edited, last.get(), verdict, tx);
        }
        if (last.isPresent() && last.get().open()) {
            return judgeWaiting(edited, last.get(), verdict, tx);
        }
        MessagePosted now = posted(edited);
        Effect recall = new Tell(new MessageDeleted(null, edited.message()));
        return switch (verdict) {
            case Verdict.Pass _ -> Reaction.NONE;
            case Verdict.Hold _ when last.isPresent() && approved(last.get(), edited) -> Reaction.NONE;
            case Verdict.Hold hold -> swallowed(recall, review.open(held(now, hold.why(), tx), tx));
            case Verdict.Remove remove -> swallowed(recall, review.remove(held(now, remove.why(), tx), tx));
        };
    }

    /** What said the same as others says something else now: it waits on its own. */
    private Reaction judgeTwin(MessageEdited edited, Case shared, Verdict verdict, Tx tx) {
        review.leave(edited.message(), tx);
        MessagePosted now = posted(edited);
        List<Effect> effects = switch (verdict) {
            case Verdict.Pass _ -> review.open(held(now, shared.held().why(), tx), tx);
            case Verdict.Hold hold -> review.open(held(now, hold.why(), tx), tx);
            case Verdict.Remove remove -> review.remove(held(now, remove.why(), tx), tx);
        };
        return Reaction.of(effects).swallowing();
    }

    /** Whatever the new words are, the old ones still wait: nobody hears of either before a moderator has decided. */
    private Reaction judgeWaiting(MessageEdited edited, Case open, Verdict verdict, Tx tx) {
        MessagePosted was = open.held().posted();
        MessagePosted now = new MessagePosted(
                was.key(), was.message(), was.speaker(), edited.text(), was.attachments(), was.replyTo(), was.at());
        List<Signal> why = open.held().why();
        return switch (verdict) {
            case Verdict.Pass _ ->
                Reaction.of(review.change(open, held(now, why, tx), tx)).swallowing();
            case Verdict.Hold hold ->
                Reaction.of(review.change(open, held(now, hold.why(), tx), tx)).swallowing();
            case Verdict.Remove remove ->
                Reaction.of(review.removeAfterAll(open, held(now, remove.why(), tx), tx))
                        .swallowing();
        };
    }

    /** What passed by its words and names is like what was taken away: nobody has it any longer, as after an edit. */
    private Reaction seen(Resolved resolved, Tx tx) {
        Attached.Recognized known = attached.seen(resolved, tx).orElse(null);
        if (known == null) {
            return Reaction.NONE;
        }
        MessagePosted posted = known.held().posted();
        List<Signal> acting = desk.rules().acting(List.of(known.why()), tx);
        boolean moderator = posted.speaker().standing().atLeast(Standing.MODERATOR);
        if (acting.isEmpty() || moderator || review.about(posted.message(), tx).isPresent()) {
            return Reaction.NONE;
        }
        Held held = new Held(posted, acting, known.held().wishes());
        boolean remove = calmed(new Signals(acting).verdict(), tx) instanceof Verdict.Remove;
        Effect recall = new Tell(new MessageDeleted(null, posted.message()));
        return swallowed(recall, remove ? review.remove(held, tx) : review.open(held, tx));
    }

    /**
     * A file whose bytes somebody has to look at, and tell as {@code Resolved}.
     *
     * @param question by which it is told; the answer is a {@link Fingerprint} as it writes itself, or nothing where the bytes cannot be had
     * @param bytes by which its platform hands them out
     */
    public record Unseen(String question, String bytes) {}

    /** Files that nobody has looked at; read beside the lane. */
    public List<Unseen> unseen(ReadTx tx) {
        return attached.unseen(tx);
    }

    /** Platforms report an edit also when only a preview of a link was added. */
    private static boolean approved(Case last, MessageEdited edited) {
        return last.state() == State.APPROVED
                && last.held().posted().text().plain().equals(edited.text().plain());
    }

    private static Held held(MessagePosted posted, List<Signal> why, Tx tx) {
        return new Held(posted, why, wishes(tx.actor()));
    }

    private static Set<Wish> wishes(@Nullable Actor actor) {
        return actor == null ? Set.of() : actor.wishes();
    }

    private static MessagePosted posted(MessageEdited edited) {
        return new MessagePosted(
                edited.key(),
                edited.message(),
                edited.speaker(),
                edited.text(),
                edited.attachments(),
                null,
                edited.at());
    }

    private static Reaction swallowed(Effect first, List<Effect> more) {
        List<Effect> effects = new ArrayList<>();
        effects.add(first);
        effects.addAll(more);
        return Reaction.of(effects).swallowing();
    }

    private static long number(String ref, String prefix) {
        return Long.parseLong(ref.substring(prefix.length()));
    }
}
