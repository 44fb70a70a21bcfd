package lyceum.hub;

import java.util.Optional;
import java.util.function.LongPredicate;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;

/** What moderators ask of the hub itself by the buttons of its pages. Lane's thread only, in an open transaction. */
final class Desk {
    static final String REPLAY = "hub:replay:";
    static final String DROP = "hub:drop:";
    static final String RETRY = "hub:retry:";
    static final String FORGET = "hub:forget:";

    private final Tables tables;
    private final Shell shell;

    Desk(Tables tables, Shell shell) {
        this.tables = tables;
        this.shell = shell;
    }

    /**
     * Does what a button of the hub's pages asks for; empty where it is another's.
     *
     * @param actor the person who pressed, or null where nobody said who it is
     * @param replay hands a dead letter to its feature again, and says whether it was handled now
     */
    Optional<Respond> asked(ChoiceMade made, @Nullable Actor actor, LongPredicate replay, Batch batch) {
        Order order = order(made.choice());
        if (order == null) {
            return Optional.empty();
        }
        Standing standing = actor == null ? made.speaker().standing() : actor.standing();
        Phrase answer = standing.atLeast(Standing.MODERATOR)
                ? carryOut(order, replay, batch)
                : Phrase.of("hub.not-allowed", Phrase.of("hub.standing-moderator"));
        Language spoken = made.speaker().language();
        Language language = spoken == null ? Language.EN : spoken;
        return Optional.of(new Respond(made.reply(), Document.of(answer), language, true, "hub:desk"));
    }

    private Phrase carryOut(Order order, LongPredicate replay, Batch batch) {
        return switch (order.verb()) {
            case REPLAY ->
                tables.deadLetters().find(order.id()).isEmpty()
                        ? Phrase.of("hub.gone")
                        : Phrase.of(replay.test(order.id()) ? "hub.replayed" : "hub.failed-again");
            case DROP -> done(tables.deadLetters().remove(order.id()), "hub.forgotten");
            case FORGET -> done(tables.outbox().settleDead(order.id(), "forgotten"), "hub.forgotten");
            default -> retry(order.id(), batch);
        };
    }

    /** The effect gets a new number: the platform may know the old one, and would swallow it. */
    private Phrase retry(long id, Batch batch) {
        Optional<Row> dead = tables.outbox().dead(id);
        if (dead.isEmpty()) {
            return Phrase.of("hub.gone");
        }
        tables.outbox().settleDead(id, "retried");
        shell.plan(Row.planned(tables.outbox().nextId(), dead.get().effect()), batch);
        return Phrase.of("hub.tried-again");
    }

    private static Phrase done(boolean found, String phrase) {
        return Phrase.of(found ? phrase : "hub.gone");
    }

    private static @Nullable Order order(String choice) {
        int colon = choice.lastIndexOf(':') + 1;
        String verb = choice.substring(0, colon);
        String id = choice.substring(colon);
        return switch (verb) {
            case REPLAY, DROP, RETRY, FORGET -> id.matches("[0-9]{1,18}") ? new Order(verb, Long.parseLong(id)) : null;
            default -> null;
        };
    }

    /** What shall be done, about which row. */
    private record Order(String verb, long id) {}
}
