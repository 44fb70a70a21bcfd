package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.CancelTimer;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Tell;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Talk.MessageReleased;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import lyceum.moderation.Case.Decision;
import lyceum.moderation.Case.State;

/** Shows cases to the moderators and carries out what the first of them decides. */
final class Review {
    static final String APPROVE = Gate.NAME + ":approve:";
    static final String REJECT = Gate.NAME + ":reject:";
    static final String CARD = Gate.NAME + ":card:";
    static final String REMOVE = Gate.NAME + ":remove:";
    static final String REMIND = Gate.NAME + ":remind:";

    private final ModerationSettings settings;
    private final Cards cards;
    private final CaseTable table = new CaseTable();

    Review(ModerationSettings settings) {
        this.settings = settings;
        cards = new Cards(settings.zone());
    }

    /** Asks the moderators. */
    List<Effect> open(Held held, Tx tx) {
        Case opened = table.add(tx.write(), State.OPEN, held, tx.now());
        List<Effect> effects = posts(opened, tx);
        String id = Long.toString(opened.id());
        effects.add(new SetTimer(REMIND + id, tx.now().plus(settings.remindAfter()), id));
        return effects;
    }

    /** Takes the message away and shows the moderators what it was. */
    List<Effect> remove(Held held, Tx tx) {
        Case removed = table.add(tx.write(), State.REMOVED, held, tx.now());
        List<Effect> effects = posts(removed, tx);
        effects.addFirst(delete(removed));
        return effects;
    }

    /** The newest case about a message. */
    Optional<Case> about(MessageId source, Tx tx) {
        return table.about(tx.read(), source);
    }

    /** The author changed a message that waits: the moderators decide about what it says now. */
    List<Effect> change(Case open, Held now, Tx tx) {
        Case changed = open.with(now);
        table.replace(tx.write(), changed);
        return edits(changed, tx);
    }

    /** A rule took a message away that waited. */
    List<Effect> removeAfterAll(Case open, Held now, Tx tx) {
        Case changed = open.with(now);
        table.replace(tx.write(), changed);
        List<Effect> effects = close(changed, State.REMOVED, tx);
        effects.addFirst(delete(changed));
        return effects;
    }

    /** The author took back a message that waits: nothing is left to decide. */
    List<Effect> withdraw(MessageId source, Tx tx) {
        return about(source, tx)
                .filter(Case::open)
                .map(open -> close(open, State.WITHDRAWN, tx))
                .orElse(List.of());
    }

    /** A card stands; it may come late, when all is decided. */
    List<Effect> keep(long id, List<MessageId> messages, Tx tx) {
        messages.forEach(card -> table.keepCard(tx.write(), id, card));
        return table.find(tx.read(), id)
                .filter(about -> !about.open() && about.state() != State.REMOVED)
                .map(about -> edits(about, tx))
                .orElse(List.of());
    }

    /** Nobody decided in time. */
    List<Effect> remind(long id, Tx tx) {
        Optional<Case> open = table.find(tx.read(), id).filter(Case::open);
        List<Effect> effects = new ArrayList<>();
        if (open.isPresent()) {
            List<MessageId> shown = table.cards(tx.read(), id);
            Document nudge = Document.of(Phrase.of("moderation.nudge", Long.toString(id)));
            for (RoomId room : settings.rooms()) {
                MessageId card = shown.stream()
                        .filter(message -> message.room().equals(room))
                        .findFirst()
                        .orElse(null);
                effects.add(new Post(room, nudge, settings.language(room), null, card, Gate.NAME + ":nudge:" + id));
            }
        }
        return effects;
    }

    /** A message stands although it was to go: only a human can take it away now. */
    List<Effect> failed(long id) {
        Document alarm = Document.of(Phrase.of("moderation.still-there", Long.toString(id)));
        List<Effect> effects = new ArrayList<>();
        for (RoomId room : settings.rooms()) {
            effects.add(new Post(room, alarm, settings.language(room), null, null, Gate.NAME + ":alarm:" + id));
        }
        return effects;
    }

    /** The first decision of a moderator holds; everybody else is told why theirs does not. */
    List<Effect> decide(ChoiceMade made, Tx tx) {
        boolean approve = made.choice().startsWith(APPROVE);
        long id = Long.parseLong(made.choice().substring((approve ? APPROVE : REJECT).length()));
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
        Decision decision = new Decision(
                Cards.oneLine(made.speaker().name()), actor.member().value(), tx.now());
        State state = approve ? State.APPROVED : State.REJECTED;
        Case decided = table.close(tx.write(), about.get(), state, decision);
        List<Effect> effects = new ArrayList<>();
        effects.add(
                approve
                        ? new Tell(new MessageReleased(
                                decided.held().posted(), decided.held().wishes()))
                        : delete(decided));
        effects.addAll(settle(decided, tx));
        effects.addAll(respond(made, Phrase.of(approve ? "moderation.you-approved" : "moderation.you-rejected"), tx));
        return effects;
    }

    private List<Effect> close(Case open, State state, Tx tx) {
        return settle(table.close(tx.write(), open, state, null), tx);
    }

    private List<Effect> settle(Case closed, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new CancelTimer(REMIND + closed.id()));
        effects.addAll(edits(closed, tx));
        return effects;
    }

    private List<Effect> posts(Case about, Tx tx) {
        Document card = cards.of(about, roomName(about, tx));
        List<Effect> posts = new ArrayList<>();
        for (RoomId room : settings.rooms()) {
            posts.add(new Post(room, card, settings.language(room), null, null, CARD + about.id()));
        }
        return posts;
    }

    private List<Effect> edits(Case about, Tx tx) {
        Document card = cards.of(about, roomName(about, tx));
        List<Effect> edits = new ArrayList<>();
        for (MessageId message : table.cards(tx.read(), about.id())) {
            edits.add(new Edit(message, card, settings.language(message.room()), Gate.NAME + ":show:" + about.id()));
        }
        return edits;
    }

    private String roomName(Case about, Tx tx) {
        RoomId room = about.held().posted().message().room();
        return table.roomName(tx.read(), room).orElse(room.value());
    }

    private static Delete delete(Case about) {
        return new Delete(about.held().posted().message(), REMOVE + about.id());
    }

    private List<Effect> respond(ChoiceMade made, Say say, Tx tx) {
        Actor actor = tx.actor();
        Language language = actor == null ? settings.language(made.message().room()) : actor.language();
        return List.of(new Respond(made.reply(), Document.of(say), language, true, Gate.NAME + ":answer"));
    }

    void nameRoom(RoomId room, String name, Tx tx) {
        if (table.roomName(tx.read(), room).filter(name::equals).isEmpty()) {
            table.nameRoom(tx.write(), room, name);
        }
    }
}
