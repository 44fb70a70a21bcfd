package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Standing;
import lyceum.moderation.Case.Decision;
import lyceum.moderation.Guards.TwoPeople;
import lyceum.moderation.SecondTable.Kind;
import lyceum.moderation.SecondTable.Second;

/** Lets chosen actions wait until a second moderator has confirmed them. */
final class Seconds {
    static final String CARD = Gate.NAME + ":second:";
    static final String CHOICES = Gate.NAME + ":(confirm|drop):[0-9]{1,18}";

    private static final String CONFIRM = Gate.NAME + ":confirm:";
    private static final String DROP = Gate.NAME + ":drop:";

    private final ModerationSettings settings;
    private final Audit audit;
    private final SecondTable table = new SecondTable();

    Seconds(ModerationSettings settings, Audit audit) {
        this.settings = settings;
        this.audit = audit;
    }

    boolean asked(TwoPeople what) {
        return settings.guards().twoPeople().contains(what);
    }

    int many() {
        return settings.guards().many();
    }

    /** Asks the moderators' rooms for a second one; {@code about} as {@link Kind} says. */
    List<Effect> ask(Asking asking, Kind kind, String about, Tx tx) {
        Actor actor = tx.actor();
        String who = Cards.oneLine(asking.speaker().name());
        long member = actor == null ? 0 : actor.member().value();
        Second second = new Second(0, kind, about, who, member, tx.now(), List.of(), false);
        long id = table.add(tx.write(), second);
        audit.write(tx, "asks", kind == Kind.BAN ? number(about) : 0, who + " " + about);
        Document card = card(new Second(id, kind, about, who, member, tx.now(), List.of(), false));
        List<Effect> effects = new ArrayList<>();
        settings.rooms()
                .forEach(room -> effects.add(new Post(room, card, settings.language(room), null, null, CARD + id)));
        return effects;
    }

    /** What is asked for, with the buttons that confirm and drop it. */
    static Document card(Second second) {
        return new Document(
                List.of(new Block.Paragraph(said(second))),
                List.of(
                        new Choice(CONFIRM + second.id(), Phrase.of("moderation.confirm"), Weight.HARMFUL),
                        new Choice(DROP + second.id(), Phrase.of("moderation.drop"), Weight.PLAIN)));
    }

    private static Say said(Second second) {
        return second.kind() == Kind.BAN
                ? Phrase.of(
                        "moderation.second-ban", Text.of(second.who()), Text.of(Long.toString(number(second.about()))))
                : Phrase.of("moderation.second-rule", Text.of(second.who()), Text.of(second.about()));
    }

    static long number(String about) {
        return Long.parseLong(about.split(":", 2)[0]);
    }

    void keep(long id, List<MessageId> cards, Tx tx) {
        cards.forEach(card -> table.shown(tx.write(), id, card));
    }

    /** Whether this moderator had a part in the decision about a case. */
    boolean took(long about, long moderator, Tx tx) {
        return table.confirmed(tx.read(), about, moderator);
    }

    /**
     * A moderator confirms or drops what another asked for.
     *
     * @param carry carries it out in both names
     */
    Answer choose(ChoiceMade made, BiFunction<Second, Decision, List<Effect>> carry, Tx tx) {
        boolean confirm = made.choice().startsWith(CONFIRM);
        Actor actor = tx.actor();
        if (actor == null || !actor.standing().atLeast(Standing.MODERATOR)) {
            return Answer.of("moderation.only-moderators");
        }
        long id = Long.parseLong(made.choice().substring((confirm ? CONFIRM : DROP).length()));
        Optional<Second> found = table.find(tx.read(), id).filter(second -> !second.done());
        if (found.isEmpty()) {
            return Answer.of("moderation.second-over");
        }
        Second second = found.get();
        long member = actor.member().value();
        if (confirm && second.member() == member) {
            return Answer.of("moderation.second-not-you");
        }
        String who = Cards.oneLine(made.speaker().name());
        table.end(tx.write(), id, tx.now(), confirm ? member : 0);
        audit.write(
                tx,
                confirm ? "confirms" : "drops",
                second.kind() == Kind.BAN ? number(second.about()) : 0,
                who + " " + second.about());
        List<Effect> effects = new ArrayList<>(over(second, confirm, who));
        if (confirm) {
            Decision both = new Decision(second.who() + " + " + who, second.member(), tx.now(), Act.BAN);
            effects.addAll(carry.apply(second, both));
        }
        return new Answer(Phrase.of(confirm ? "moderation.second-done" : "moderation.second-dropped"), effects);
    }

    /** What is told to whoever pressed, and what else is done. */
    record Answer(Say say, List<Effect> effects) {
        private static Answer of(String phrase) {
            return new Answer(Phrase.of(phrase), List.of());
        }
    }

    /** The cards lose their buttons and say what came of it. */
    private List<Effect> over(Second second, boolean confirmed, String who) {
        Document card = new Document(
                List.of(
                        new Block.Paragraph(said(second)),
                        new Block.Paragraph(Phrase.of(
                                confirmed ? "moderation.confirmed-by" : "moderation.dropped-by", Text.of(who)))),
                List.of());
        return second.cards().stream()
                .<Effect>map(message -> new Edit(
                        message, card, settings.language(message.room()), Gate.NAME + ":show-second:" + second.id()))
                .toList();
    }
}
