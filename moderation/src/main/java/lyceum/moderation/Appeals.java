package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Standing;
import lyceum.moderation.Case.Decision;

/** What members say against decisions; whoever decided first does not decide about it again. */
final class Appeals {
    static final String UPHOLD = Gate.NAME + ":uphold:";
    static final String OVERTURN = Gate.NAME + ":overturn:";
    private static final int LONGEST = 500;

    private final ModerationSettings settings;
    private final Deciding deciding;
    private final Undoing undoing;
    private final Discipline discipline;
    private final Audit audit;
    private final Seconds seconds;
    private final AppealTable table = new AppealTable();
    private final CaseTable cases = new CaseTable();
    private final DeedTable deeds = new DeedTable();
    private final Faces faces = new Faces();

    /** What deciding about appeals stands on. */
    record Parts(Deciding deciding, Undoing undoing, Discipline discipline, Audit audit, Seconds seconds) {}

    Appeals(ModerationSettings settings, Parts parts) {
        this.settings = settings;
        this.deciding = parts.deciding();
        this.undoing = parts.undoing();
        this.discipline = parts.discipline();
        this.audit = parts.audit();
        this.seconds = parts.seconds();
    }

    static Command command() {
        return new Command(
                "appeal",
                List.of("申诉"),
                Phrase.of("moderation.command-appeal"),
                List.of(
                        new Command.Option("case", Phrase.of("moderation.option-case"), false, List.of()),
                        new Command.Option("reason", Phrase.of("moderation.option-reason"), false, List.of())),
                Standing.FAN);
    }

    List<Effect> appeal(CommandInvoked invoked, Tx tx) {
        Actor actor = tx.actor();
        List<Deed> own = actor == null ? List.of() : deeds.of(tx.read(), actor.member());
        String typed = invoked.options().getOrDefault("case", "").strip();
        Optional<Deed> against = own.stream()
                .filter(deed -> !deed.undone())
                .filter(deed -> !typed.matches("[0-9]+") || typed.equals(Long.toString(deed.about())))
                .findFirst();
        if (actor == null || against.isEmpty()) {
            return deciding.respond(invoked, Phrase.of("moderation.appeal-what"), tx);
        }
        long about = against.get().about();
        if (table.of(tx.read(), about).isPresent()) {
            return deciding.respond(invoked, Phrase.of("moderation.appeal-once", Long.toString(about)), tx);
        }
        String given =
                (typed.matches("[0-9]*") ? "" : typed + " ") + invoked.options().getOrDefault("reason", "");
        String words = Cards.oneLine(given.length() > LONGEST ? given.substring(0, LONGEST) : given);
        table.add(tx.write(), about, new AppealTable.Appeal(actor.member(), words, tx.now(), null, false));
        audit.write(tx, "appeal", about, words);
        List<Effect> effects = new ArrayList<>();
        Document card = card(about, Cards.oneLine(invoked.speaker().name()), words, against.get());
        for (RoomId room : settings.rooms()) {
            effects.add(new Post(room, card, settings.language(room), null, null, Gate.NAME + ":appeal:" + about));
        }
        effects.addAll(deciding.respond(invoked, Phrase.of("moderation.appealed", Long.toString(about)), tx));
        return effects;
    }

    private static Document card(long about, String who, String words, Deed against) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(Phrase.of("moderation.appeal-card", Text.of(Long.toString(about)), Text.of(who))));
        blocks.add(new Block.Paragraph(Phrase.of(
                "moderation.appeal-against",
                Phrase.of("moderation.act-" + against.act().key()),
                Text.of(against.by().who()))));
        if (!words.isEmpty()) {
            blocks.add(new Block.Quotation(Text.of(words)));
        }
        return new Document(blocks, choices(about));
    }

    static List<Choice> choices(long about) {
        return List.of(
                new Choice(UPHOLD + about, Phrase.of("moderation.uphold"), Weight.PLAIN),
                new Choice(OVERTURN + about, Phrase.of("moderation.overturn"), Weight.GOOD));
    }

    List<Effect> decide(ChoiceMade made, Tx tx) {
        boolean overturn = made.choice().startsWith(OVERTURN);
        long id = Long.parseLong(made.choice().substring((overturn ? OVERTURN : UPHOLD).length()));
        Actor actor = tx.actor();
        if (actor == null || !actor.standing().atLeast(Standing.MODERATOR)) {
            return deciding.respond(made, Phrase.of("moderation.only-moderators"), tx);
        }
        Optional<Case> about = cases.find(tx.read(), id);
        Optional<AppealTable.Appeal> appeal = table.of(tx.read(), id);
        if (about.isEmpty() || appeal.filter(AppealTable.Appeal::waits).isEmpty()) {
            return deciding.respond(made, Phrase.of("moderation.appeal-decided", Long.toString(id)), tx);
        }
        Decision first = about.get().decision();
        long member = actor.member().value();
        if ((first != null && first.member() == member) || seconds.took(id, member, tx)) {
            return deciding.respond(made, Phrase.of("moderation.appeal-not-you"), tx);
        }
        Decision by = new Decision(
                Cards.oneLine(made.speaker().name()), actor.member().value(), tx.now());
        table.decide(tx.write(), id, by, overturn);
        audit.write(tx, overturn ? "overturn" : "uphold", id, by.who());
        List<Effect> effects = new ArrayList<>();
        if (overturn) {
            effects.addAll(undoing.undo(about.get(), by, tx));
        } else {
            faces.of(tx.read(), appeal.get().member())
                    .ifPresent(known -> effects.addAll(
                            discipline.tell(known, Phrase.of("moderation.told-upheld", Long.toString(id)), tx)));
        }
        effects.addAll(deciding.respond(
                made, Phrase.of(overturn ? "moderation.you-overturned" : "moderation.you-upheld"), tx));
        return effects;
    }
}
