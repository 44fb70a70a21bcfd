package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Standing;

/** What fans may ask of the moderators: to look at a message, and what is held against themselves. */
final class Reports {
    /** The rule in whose name a fan objects. */
    static final String RULE = "report";

    private static final int LONGEST_REASON = 200;
    private static final int MOST_SHOWN = 10;

    private final Review review;
    private final Deciding deciding;
    private final Cards cards;
    private final SaidTable said = new SaidTable();
    private final DeedTable deeds = new DeedTable();

    Reports(Review review, Deciding deciding, Cards cards) {
        this.review = review;
        this.deciding = deciding;
        this.cards = cards;
    }

    static List<Command> commands() {
        return List.of(
                new Command(
                                "report",
                                List.of("举报"),
                                Phrase.of("moderation.command-report"),
                                List.of(
                                        new Command.Option(
                                                "message", Phrase.of("moderation.option-message"), false, List.of()),
                                        new Command.Option(
                                                "reason", Phrase.of("moderation.option-reason"), false, List.of())),
                                Standing.FAN)
                        .pointing(),
                new Command(
                        "mystrikes",
                        List.of("我的警告"),
                        Phrase.of("moderation.command-mystrikes"),
                        List.of(),
                        Standing.FAN));
    }

    List<Effect> report(CommandInvoked invoked, Tx tx) {
        Optional<MessagePosted> about = about(invoked).flatMap(message -> said.find(tx.read(), message));
        if (about.isEmpty()) {
            return deciding.respond(invoked, Phrase.of("moderation.report-what"), tx);
        }
        Optional<Case> known = review.about(about.get().message(), tx);
        List<Effect> effects = new ArrayList<>();
        if (known.filter(Case::open).isEmpty()) {
            String reason = invoked.options().getOrDefault("reason", "");
            String evidence =
                    Cards.oneLine(reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason);
            Signal signal = new Signal(RULE, "report", 0, 0, Severity.HOLD, evidence);
            effects.addAll(review.open(new Held(about.get(), List.of(signal), Set.of()), tx));
        }
        effects.addAll(deciding.respond(invoked, Phrase.of("moderation.reported"), tx));
        return effects;
    }

    /** The message that a command is about: the one it answers, or the one whose number was typed. */
    static Optional<MessageId> about(CommandInvoked invoked) {
        MessageId answered = invoked.about();
        if (answered != null) {
            return Optional.of(answered);
        }
        String typed = invoked.options().getOrDefault("message", "").strip().replaceAll(".*/", "");
        return typed.matches("[A-Za-z0-9_.-]{1,64}")
                ? Optional.of(new MessageId(invoked.room(), typed))
                : Optional.empty();
    }

    List<Effect> strikes(CommandInvoked invoked, Tx tx) {
        Actor actor = tx.actor();
        List<Deed> own = actor == null ? List.of() : deeds.of(tx.read(), actor.member());
        if (own.stream().allMatch(Deed::undone)) {
            return deciding.respond(invoked, Phrase.of("moderation.no-strikes"), tx);
        }
        List<Block> blocks = new ArrayList<>();
        String sum = String.format(Locale.ROOT, "%.1f", Strikes.of(own, tx.now()));
        blocks.add(new Block.Paragraph(
                Phrase.of("moderation.strikes", Text.of(sum), Text.of(Long.toString(Strikes.HALF_LIFE.toDays())))));
        blocks.add(new Block.Bullets(own.stream()
                .filter(deed -> !deed.undone())
                .limit(MOST_SHOWN)
                .map(this::line)
                .toList()));
        blocks.add(new Block.Paragraph(Phrase.of("moderation.how-to-appeal")));
        return deciding.respond(invoked, new Document(blocks, List.of()), tx);
    }

    private Say line(Deed deed) {
        return Phrase.of(
                "moderation.strike",
                Text.of(Long.toString(deed.about())),
                Phrase.of("moderation.act-" + deed.act().key()),
                Text.of(cards.time(deed.by().at())));
    }
}
