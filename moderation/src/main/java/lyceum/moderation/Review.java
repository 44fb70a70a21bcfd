package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.CancelTimer;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Deletes;
import lyceum.moderation.Case.State;
import lyceum.moderation.NoteTable.Kind;
import lyceum.moderation.NoteTable.Note;

/** Shows cases to the moderators, and keeps what they see true. */
final class Review {
    static final String CARD = Gate.NAME + ":card:";
    static final String REMOVE = Gate.NAME + ":remove:";
    static final String HIDE = Gate.NAME + ":hide:";
    static final String REMIND = Gate.NAME + ":remind:";

    static final int CONTEXT = 3;

    private final ModerationSettings settings;
    private final Cards cards;
    private final CaseTable table = new CaseTable();
    private final SaidTable said = new SaidTable();
    private final NoteTable notes = new NoteTable();

    Review(ModerationSettings settings) {
        this.settings = settings;
        cards = new Cards(settings.zone(), settings.hides());
    }

    /** Asks the moderators. */
    List<Effect> open(Held held, Tx tx) {
        Optional<Case> same = table.twin(tx.read(), held);
        return same.isPresent() ? join(same.get(), held, tx) : ask(held, tx);
    }

    /** The same words wait already: one decision is about all of them. The card counts them in ever larger steps. */
    private List<Effect> join(Case waiting, Held held, Tx tx) {
        table.addTwin(tx.write(), waiting, held);
        int count = table.countTwins(tx.read(), waiting.id());
        boolean told = count < 3 || Integer.bitCount(count + 1) == 1;
        List<Effect> effects = new ArrayList<>(hide(waiting, held, tx));
        if (told) {
            table.find(tx.read(), waiting.id()).ifPresent(now -> effects.addAll(edits(now, tx)));
        }
        return effects;
    }

    private List<Effect> hide(Case about, Held held, Tx tx) {
        return hidden(about, settings, tx)
                ? List.of(new Delete(held.posted().message(), HIDE + about.id()))
                : List.of();
    }

    /** Whether its messages are taken away where they were said for as long as they wait. */
    static boolean hidden(Case about, ModerationSettings settings, Tx tx) {
        RoomId room = about.held().posted().message().room();
        return settings.hides()
                && !about.natively()
                && !about.reported()
                && !room.platform().value().equals("room")
                && tx.can(room, Deletes.class);
    }

    private List<Effect> ask(Held held, Tx tx) {
        Case opened = table.add(tx.write(), State.OPEN, held, tx.now());
        List<Effect> effects = posts(opened, tx);
        effects.addAll(0, hide(opened, held, tx));
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
        MessagePosted was = open.held().posted();
        notes.add(
                tx.write(),
                open.id(),
                new Note(
                        Kind.BEFORE,
                        Cards.oneLine(was.speaker().name()),
                        was.text().plain(),
                        tx.now()));
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
        Optional<Case> open = about(source, tx).filter(Case::open);
        if (open.isEmpty() || hidden(open.get(), settings, tx)) {
            return List.of();
        }
        if (!open.get().first(source)) {
            leave(source, tx);
            return table.find(tx.read(), open.get().id())
                    .map(now -> edits(now, tx))
                    .orElse(List.of());
        }
        return open.get().twins().isEmpty() ? close(open.get(), State.WITHDRAWN, tx) : promote(open.get(), tx);
    }

    /** A message no longer shares a decision with others. */
    void leave(MessageId source, Tx tx) {
        table.removeTwin(tx.write(), source);
    }

    /** The first of several is gone: the next stands for them. */
    private List<Effect> promote(Case open, Tx tx) {
        Held next = open.twins().getFirst();
        table.removeTwin(tx.write(), next.posted().message());
        table.move(tx.write(), open, next);
        return table.find(tx.read(), open.id()).map(now -> edits(now, tx)).orElse(List.of());
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

    private List<Effect> close(Case open, State state, Tx tx) {
        return settle(table.close(tx.write(), open, state, null), tx);
    }

    /** Nobody needs to be reminded any more, and the cards say so. */
    List<Effect> settle(Case closed, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new CancelTimer(REMIND + closed.id()));
        effects.addAll(edits(closed, tx));
        return effects;
    }

    /** Shows a case that was opened and decided in one. */
    List<Effect> posts(long id, Tx tx) {
        return table.find(tx.read(), id).map(about -> posts(about, tx)).orElse(List.of());
    }

    private List<Effect> posts(Case about, Tx tx) {
        Document card = cards.of(about, roomName(about, tx), around(about, tx));
        List<Effect> posts = new ArrayList<>();
        for (RoomId room : settings.rooms()) {
            posts.add(new Post(room, card, settings.language(room), null, null, CARD + about.id()));
        }
        return posts;
    }

    /** Shows on every card how things are. */
    List<Effect> edits(Case about, Tx tx) {
        Document card = cards.of(about, roomName(about, tx), around(about, tx));
        List<Effect> edits = new ArrayList<>();
        for (MessageId message : table.cards(tx.read(), about.id())) {
            edits.add(new Edit(message, card, settings.language(message.room()), Gate.NAME + ":show:" + about.id()));
        }
        return edits;
    }

    /** What stood around it, so that a decision needs no search. */
    Around around(Case about, Tx tx) {
        return said.around(tx.read(), about.held().posted(), CONTEXT);
    }

    String roomName(Case about, Tx tx) {
        RoomId room = about.held().posted().message().room();
        return table.roomName(tx.read(), room).orElse(room.value());
    }

    private static Delete delete(Case about) {
        return delete(about.held(), about.id());
    }

    static Delete delete(Held held, long about) {
        return new Delete(held.posted().message(), REMOVE + about);
    }

    void nameRoom(RoomId room, String name, Tx tx) {
        if (table.roomName(tx.read(), room).filter(name::equals).isEmpty()) {
            table.nameRoom(tx.write(), room, name);
        }
    }
}
