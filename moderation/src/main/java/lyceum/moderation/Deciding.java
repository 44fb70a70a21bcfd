package lyceum.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Tell;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.event.Talk.MessageReleased;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.moderation.Case.Claim;
import lyceum.moderation.Case.Decision;
import lyceum.moderation.Case.State;
import lyceum.moderation.Guards.TwoPeople;
import lyceum.moderation.SecondTable.Kind;
import lyceum.moderation.SecondTable.Second;
import org.jspecify.annotations.Nullable;

/** What moderators decide about a case: the first decision holds, and whoever claimed it is left alone with it for a while. */
final class Deciding {
    /** How long a claim keeps others away. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final String CLAIM = "claim";
    static final String CHOICES = Gate.NAME + ":(claim|approve|remove|warn|timeout|kick|ban):[0-9]{1,18}";

    private final ModerationSettings settings;
    private final Review review;
    private final Cards cards;
    private final Discipline discipline;
    private final Audit audit;
    private final Breaker breaker;
    private final Natives natives;
    private final Seconds seconds;
    private final CaseTable table = new CaseTable();
    private final Faces faces = new Faces();

    /** What deciding stands on. */
    record Parts(Review review, Discipline discipline, Audit audit, Breaker breaker, Seconds seconds) {}

    Deciding(ModerationSettings settings, Parts parts) {
        this.settings = settings;
        this.review = parts.review();
        this.discipline = parts.discipline();
        this.audit = parts.audit();
        this.breaker = parts.breaker();
        natives = new Natives(settings, review);
        this.seconds = parts.seconds();
        this.cards = new Cards(settings.zone(), settings.hides());
    }

    List<Effect> choose(ChoiceMade made, Tx tx) {
        String[] parts = made.choice().split(":", -1);
        long id = Long.parseLong(parts[2]);
        Actor actor = tx.actor();
        if (actor == null || !actor.standing().atLeast(Standing.MODERATOR)) {
            return respond(made, Phrase.of("moderation.only-moderators"), tx);
        }
        Optional<Case> about = table.find(tx.read(), id);
        if (about.isEmpty()) {
            return respond(made, Phrase.of("moderation.no-case", Long.toString(id)), tx);
        }
        if (!about.get().open()) {
            return respond(made, Phrase.of("moderation.too-late", cards.outcome(about.get())), tx);
        }
        Claim claim = about.get().claim();
        if (claim != null && about.get().claimedByOther(actor.member().value(), tx.now())) {
            return respond(
                    made,
                    Phrase.of("moderation.claimed", Text.of(claim.who()), Text.of(cards.time(claim.until()))),
                    tx);
        }
        String who = Cards.oneLine(made.speaker().name());
        return parts[1].equals(CLAIM)
                ? claim(
                        made,
                        about.get(),
                        new Claim(who, actor.member().value(), tx.now().plus(LEASE)),
                        tx)
                : decide(made, about.get(), Act.valueOf(parts[1].toUpperCase(Locale.ROOT)), tx);
    }

    private List<Effect> claim(ChoiceMade made, Case about, Claim claim, Tx tx) {
        table.claim(tx.write(), about.id(), claim);
        audit.write(tx, "claim", about.id(), claim.who());
        Case claimed = new Case(about.id(), about.state(), about.held(), about.twins(), claim, about.decision());
        List<Effect> effects = new ArrayList<>(review.edits(claimed, tx));
        effects.addAll(respond(made, Phrase.of("moderation.you-claimed", cards.time(claim.until())), tx));
        return effects;
    }

    private List<Effect> decide(ChoiceMade made, Case about, Act act, Tx tx) {
        Actor actor = Objects.requireNonNull(tx.actor());
        if (stopped(act, actor, tx)) {
            return respond(made, Phrase.of("moderation.you-are-stopped"), tx);
        }
        if (needsSecond(about, act, tx)) {
            return second(made, about, null, tx);
        }
        Decision decision = new Decision(
                Cards.oneLine(made.speaker().name()), actor.member().value(), tx.now(), act);
        List<Effect> effects = new ArrayList<>(carryOut(about, decision, null, tx));
        effects.addAll(respond(made, Phrase.of("moderation.you-" + act.key()), tx));
        return effects;
    }

    /** Whether whoever acts punished too many people lately. */
    boolean stopped(Act act, Actor actor, Tx tx) {
        return act.measure != null && breaker.stops(actor.member().value(), tx);
    }

    /** Whether it is a ban of many, which a second moderator must confirm. */
    boolean needsSecond(Case about, Act act, Tx tx) {
        return act == Act.BAN
                && seconds.asked(TwoPeople.BANS)
                && authors(about, tx).size() >= seconds.many();
    }

    /** Asks for a second moderator; the case waits. */
    List<Effect> second(Asking asked, Case about, @Nullable Instant until, Tx tx) {
        String what = about.id() + (until == null ? "" : ":" + until.toEpochMilli());
        List<Effect> effects = new ArrayList<>(seconds.ask(asked, Kind.BAN, what, tx));
        effects.addAll(respond(asked, Phrase.of("moderation.second-asked"), tx));
        return effects;
    }

    /** A ban of many that was confirmed; nothing where the case was decided meanwhile. */
    List<Effect> confirmed(Second second, Decision both, Tx tx) {
        String[] parts = second.about().split(":", 2);
        Instant until = parts.length == 2 ? Instant.ofEpochMilli(Long.parseLong(parts[1])) : null;
        return table.find(tx.read(), Seconds.number(second.about()))
                .filter(Case::open)
                .map(about -> carryOut(about, both, until, tx))
                .orElse(List.of());
    }

    /**
     * Closes an open case.
     *
     * @param until when what lasts ends; null for the usual time, which is for ever for a ban
     */
    List<Effect> carryOut(Case about, Decision decision, @Nullable Instant until, Tx tx) {
        Act act = decision.act();
        State state = act == Act.APPROVE ? State.APPROVED : State.REJECTED;
        Case decided = table.close(tx.write(), about, state, decision);
        audit.write(tx, act.key(), about.id(), decision.who());
        List<Effect> effects = new ArrayList<>();
        for (Held held : about.all()) {
            effects.addAll(act == Act.APPROVE ? letThrough(about, held, tx) : takeAway(about, held, tx));
        }
        effects.addAll(review.settle(decided, tx));
        if (act != Act.APPROVE) {
            Instant end = until == null && act == Act.TIMEOUT ? tx.now().plus(Discipline.TIMEOUT) : until;
            List<Known> people = authors(about, tx);
            if (act.measure != null) {
                effects.addAll(breaker.punished(decision, people.size(), tx));
            }
            for (Known person : people) {
                effects.addAll(discipline.apply(new Discipline.Order(about.id(), act, person, end, decision), tx));
                effects.addAll(discipline.tell(person, told(decided, act, end), tx));
            }
        }
        return effects;
    }

    private List<Effect> letThrough(Case about, Held held, Tx tx) {
        if (about.natively()) {
            return natives.letThrough(about, held, tx);
        }
        if (Review.hidden(about, settings, tx)) {
            return Natives.said(about.id(), held, settings);
        }
        return about.reported() ? List.of() : List.of(new Tell(new MessageReleased(held.posted(), held.wishes())));
    }

    /** What fans reported has been read everywhere: its copies go too. */
    private List<Effect> takeAway(Case about, Held held, Tx tx) {
        MessagePosted posted = held.posted();
        if (about.natively()) {
            return natives.takeAway(about, held, tx);
        }
        if (posted.text().plain().isEmpty() && posted.attachments().isEmpty()) {
            return List.of();
        }
        Effect gone = Review.delete(held, about.id());
        return about.reported()
                ? List.of(gone, new Tell(new MessageDeleted(null, held.posted().message())))
                : List.of(gone);
    }

    /** Each person once, whoever of them is no moderator. */
    private List<Known> authors(Case about, Tx tx) {
        Map<MemberId, Known> authors = new LinkedHashMap<>();
        for (Held held : about.all()) {
            Speaker speaker = held.posted().speaker();
            if (!speaker.standing().atLeast(Standing.MODERATOR)) {
                faces.of(tx.read(), speaker.id()).ifPresent(known -> authors.put(known.member(), known));
            }
        }
        return List.copyOf(authors.values());
    }

    private Say told(Case about, Act act, @Nullable Instant end) {
        Say why = about.held().why().isEmpty()
                ? Text.EMPTY
                : Reasons.say(about.held().why().getFirst());
        String key = "moderation.told-" + act.key() + (act.lasts() && end != null ? "-until" : "");
        return Phrase.of(
                key, Text.of(Long.toString(about.id())), why, end == null ? Text.EMPTY : Text.of(cards.time(end)));
    }

    List<Effect> respond(Asking asked, Say say, Tx tx) {
        return respond(asked, Document.of(say), tx);
    }

    List<Effect> respond(Asking asked, Document document, Tx tx) {
        Actor actor = tx.actor();
        Language language = actor == null ? settings.language(asked.reply().room()) : actor.language();
        return List.of(new Respond(asked.reply(), document, language, true, Gate.NAME + ":answer"));
    }
}
