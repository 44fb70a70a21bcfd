package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.document.Document;
import lyceum.kernel.effect.DecideHold;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Tell;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Place.NativeHold;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.event.Talk.MessageReleased;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.platform.Holds;
import lyceum.moderation.Case.Decision;
import lyceum.moderation.Case.State;

/** What platforms' own filters hold: it waits in the same queue, and is decided there where the platform takes decisions. */
final class Natives {
    /** The rule in whose name a platform objects. */
    static final String RULE = "native";

    static final String DECIDE = Gate.NAME + ":native:";

    private final ModerationSettings settings;
    private final Review review;
    private final CaseTable table = new CaseTable();
    private final SaidTable said = new SaidTable();

    Natives(ModerationSettings settings, Review review) {
        this.settings = settings;
        this.review = review;
    }

    /** A platform's filter holds a message: once, however often it is told. */
    List<Effect> held(NativeHold hold, Tx tx) {
        if (review.about(hold.message(), tx).isPresent()) {
            return List.of();
        }
        Signal why = new Signal(
                RULE, "text", 0, 0, Severity.HOLD, hold.room().platform().value());
        MessagePosted posted =
                new MessagePosted(hold.key(), hold.message(), hold.speaker(), hold.text(), List.of(), null, hold.at());
        return review.open(new Held(posted, List.of(why), Set.of()), tx);
    }

    /**
     * Whether a message was held by its platform and let through: whoever decided has judged it. One that waits here was decided on the
     * platform itself, which closes it.
     */
    boolean passed(MessagePosted posted, Tx tx) {
        return tx.can(posted.message().room(), Holds.class)
                && review.about(posted.message(), tx)
                        .filter(Case::natively)
                        .filter(about -> about.open() || about.state() == State.APPROVED)
                        .isPresent();
    }

    /** What its platform let through by itself waits no longer. */
    List<Effect> closePassed(MessagePosted posted, Tx tx) {
        Optional<Case> open = review.about(posted.message(), tx).filter(Case::open);
        if (open.isEmpty()) {
            return List.of();
        }
        Decision there = new Decision(posted.message().room().platform().value(), 0, tx.now(), Act.APPROVE);
        return review.settle(table.close(tx.write(), open.get(), State.APPROVED, there), tx);
    }

    /**
     * A platform that takes no decisions has thrown it away already, so that it is said in its author's name; what it only flagged
     * stands.
     */
    List<Effect> letThrough(Case about, Held held, Tx tx) {
        if (stands(held, tx)) {
            return List.of();
        }
        return tx.can(held.posted().message().room(), Holds.class)
                ? List.of(new DecideHold(held.posted().message(), true, DECIDE + about.id()))
                : said(about.id(), held, settings);
    }

    List<Effect> takeAway(Case about, Held held, Tx tx) {
        if (stands(held, tx)) {
            return List.of(
                    Review.delete(held, about.id()),
                    new Tell(new MessageDeleted(null, held.posted().message())));
        }
        return tx.can(held.posted().message().room(), Holds.class)
                ? List.of(new DecideHold(held.posted().message(), false, DECIDE + about.id()))
                : List.of();
    }

    /** Whether it was heard like anything that is said. */
    private boolean stands(Held held, Tx tx) {
        return said.find(tx.read(), held.posted().message()).isPresent();
    }

    /** The platform did not take a decision, as when it was too late: what was approved is said in its author's name. */
    List<Effect> refused(DecideHold hold, Tx tx) {
        long id = Long.parseLong(hold.ref().substring(DECIDE.length()));
        Optional<Case> about = table.find(tx.read(), id).filter(each -> each.state() == State.APPROVED);
        return hold.pass() && about.isPresent()
                ? about.get().all().stream()
                        .filter(each -> each.posted().message().equals(hold.message()))
                        .flatMap(each -> said(id, each, settings).stream())
                        .toList()
                : List.of();
    }

    /** Says something late where it was to stand, in its author's name, and lets it go on to the other rooms. */
    static List<Effect> said(long about, Held held, ModerationSettings settings) {
        MessagePosted posted = held.posted();
        List<Effect> effects = new ArrayList<>();
        if (!posted.message().room().platform().value().equals("room")) {
            effects.add(new Post(
                    posted.message().room(),
                    Document.of(posted.text()),
                    settings.language(posted.message().room()),
                    new Voice(posted.speaker().name(), posted.speaker().avatar()),
                    null,
                    Gate.NAME + ":restored:" + about));
        }
        effects.add(new Tell(new MessageReleased(posted, held.wishes())));
        return effects;
    }
}
