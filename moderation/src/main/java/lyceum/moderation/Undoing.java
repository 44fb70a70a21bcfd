package lyceum.moderation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.Tell;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MemberId;
import lyceum.moderation.Case.Decision;
import lyceum.moderation.Case.State;

/** Takes decisions back: the plan is told first, then carried out; to do it twice is the same as once. */
final class Undoing {
    static final String DO = Gate.NAME + ":undo-now:";
    static final String PLAN = Gate.NAME + ":undo:";
    /** What may be taken back at once: a case, what a moderator did in the last hour, what a rule removed in the last day. */
    static final String TARGET = "((case|by)\\.[0-9]{1,18}|rule\\.[a-z]{1,24})";

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final ModerationSettings settings;
    private final Review review;
    private final Discipline discipline;
    private final Audit audit;
    private final CaseTable cases = new CaseTable();
    private final DeedTable deeds = new DeedTable();
    private final Faces faces = new Faces();

    Undoing(ModerationSettings settings, Review review, Discipline discipline, Audit audit) {
        this.settings = settings;
        this.review = review;
        this.discipline = discipline;
        this.audit = audit;
    }

    /** The cases that a target means, whose decisions stand. */
    List<Case> meant(String target, ReadTx tx) {
        String named = target.substring(target.indexOf('.') + 1);
        Set<Long> ids = new LinkedHashSet<>();
        if (target.startsWith("rule.")) {
            return cases.removedBy(tx.read(), named, tx.now().minus(DAY)).stream()
                    .map(id -> cases.find(tx.read(), id))
                    .flatMap(Optional::stream)
                    .toList();
        }
        long number = Long.parseLong(named);
        if (target.startsWith("by.")) {
            deeds.by(tx.read(), new MemberId(number), tx.now().minus(HOUR)).forEach(deed -> ids.add(deed.about()));
            ids.addAll(cases.decidedBy(tx.read(), number, tx.now().minus(HOUR)));
        } else {
            ids.add(number);
        }
        return ids.stream()
                .map(id -> cases.find(tx.read(), id))
                .flatMap(Optional::stream)
                .filter(about -> !about.open() && about.state() != State.UNDONE && about.state() != State.WITHDRAWN)
                .toList();
    }

    /** What would be done, and what cannot be. */
    Document plan(String target, ReadTx tx) {
        List<Case> meant = meant(target, tx);
        if (meant.isEmpty()) {
            return Document.of(Phrase.of("moderation.undo-nothing"));
        }
        List<Say> steps = new ArrayList<>();
        int shown = 0;
        for (Case about : meant) {
            if (shown++ < 10) {
                steps.add(step(about, tx));
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Phrase.of("moderation.undo-plan", Text.of(Integer.toString(meant.size())))));
        blocks.add(new Block.Bullets(steps));
        boolean kicked = meant.stream()
                .flatMap(about -> deeds.ofCase(tx.read(), about.id()).stream())
                .anyMatch(deed -> deed.act() == Act.KICK || deed.act() == Act.BAN);
        if (kicked) {
            blocks.add(new Block.Paragraph(Phrase.of("moderation.undo-not")));
        }
        return new Document(blocks, List.of(new Choice(DO + target, Phrase.of("moderation.undo-now"), Weight.HARMFUL)));
    }

    private Say step(Case about, ReadTx tx) {
        long people = deeds.ofCase(tx.read(), about.id()).stream()
                .filter(deed -> !deed.undone())
                .count();
        String key = about.state() == State.APPROVED ? "moderation.undo-approve" : "moderation.undo-step";
        return Phrase.of(
                key,
                Text.of(Long.toString(about.id())),
                Text.of(Integer.toString(about.raid() ? 0 : about.all().size())),
                Text.of(Long.toString(people)));
    }

    List<Effect> carryOut(String target, Decision by, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        for (Case about : meant(target, new ReadTx(tx.read(), tx.now()))) {
            effects.addAll(undo(about, by, tx));
        }
        return effects;
    }

    /** Everything about a case is as it was before it was decided. */
    List<Effect> undo(Case about, Decision by, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        for (Held held : about.all()) {
            effects.addAll(about.state() == State.APPROVED ? recall(held) : restore(about, held));
        }
        for (Deed deed : deeds.ofCase(tx.read(), about.id())) {
            if (!deed.undone()) {
                effects.addAll(discipline.undo(deed, tx));
                faces.of(tx.read(), deed.member())
                        .ifPresent(known -> effects.addAll(discipline.tell(
                                known, Phrase.of("moderation.told-undone", Text.of(Long.toString(about.id()))), tx)));
            }
        }
        Case closed = cases.close(tx.write(), about, State.UNDONE, by);
        audit.write(tx, "undo", about.id(), by.who());
        effects.addAll(review.edits(closed, tx));
        return effects;
    }

    private static List<Effect> recall(Held held) {
        return List.of(new Tell(new MessageDeleted(null, held.posted().message())));
    }

    /** A message that was deleted is said again in its author's name where it stood, and goes to the joined rooms. */
    private List<Effect> restore(Case about, Held held) {
        MessagePosted posted = held.posted();
        if (about.raid() || posted.text().plain().isEmpty()) {
            return List.of();
        }
        return Natives.said(about.id(), held, settings);
    }
}
