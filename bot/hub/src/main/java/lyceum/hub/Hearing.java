package lyceum.hub;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Tell;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the features hear an event, one after the other, each under its own savepoint. */
final class Hearing {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    private final List<Feature> features;
    private final Refusals refusals;
    private final DeadLetters dead;
    private final Figures figures;
    private final Predicate<Throwable> outOfRoom;

    Hearing(List<Feature> features, DeadLetters dead, Figures figures, Predicate<Throwable> outOfRoom) {
        this.features = features;
        this.refusals = new Refusals(features);
        this.dead = dead;
        this.figures = figures;
        this.outOfRoom = outOfRoom;
    }

    /** @param todo takes each effect but {@link Tell} */
    void hear(Event event, Turn turn, Consumer<Effect> todo) {
        hear(new ArrayDeque<>(List.of(new Told(event, 0))), turn, todo);
    }

    /** Lets one feature hear an event again, after those before it said who acts; false if it fails again. */
    boolean replay(String name, Event event, Turn turn, Consumer<Effect> todo) {
        int place = place(name);
        if (place < 0) {
            return false;
        }
        try {
            for (Feature before : features.subList(0, place)) {
                Actor actor = hears(before, event) ? before.on(event, turn).actor() : null;
                if (actor != null) {
                    turn.actingAs(actor);
                }
                turn.takeBack();
            }
            Reaction reaction = features.get(place).on(event, turn);
            turn.keep();
            Deque<Told> told = new ArrayDeque<>();
            carryOut(reaction, place, told, todo);
            hear(told, turn, todo);
            return true;
        } catch (RuntimeException e) {
            failed(e, turn);
            LOG.error("{} failed again on a dead letter", name, e);
            return false;
        }
    }

    private int place(String name) {
        return features.stream().map(Feature::name).toList().indexOf(name);
    }

    private void hear(Deque<Told> waiting, Turn turn, Consumer<Effect> todo) {
        while (!waiting.isEmpty()) {
            Told told = waiting.removeFirst();
            for (int i = told.from(); i < features.size(); i++) {
                Feature feature = features.get(i);
                if (!hears(feature, told.event())) {
                    continue;
                }
                Reaction reaction = reaction(feature, told.event(), turn);
                if (reaction.actor() != null) {
                    turn.actingAs(reaction.actor());
                }
                carryOut(reaction, i, waiting, todo);
                if (reaction.swallowed()) {
                    break;
                }
            }
        }
    }

    private static void carryOut(Reaction reaction, int place, Deque<Told> told, Consumer<Effect> todo) {
        for (Effect effect : reaction.effects()) {
            if (effect instanceof Tell tell) {
                told.addLast(new Told(tell.event(), place + 1));
            } else {
                todo.accept(effect);
            }
        }
    }

    private boolean hears(Feature feature, Event event) {
        if (event instanceof CommandInvoked invoked && refusals.owns(feature, invoked)) {
            return true;
        }
        for (Class<? extends Event> wanted : feature.wants()) {
            if (wanted.isInstance(event)) {
                return true;
            }
        }
        return false;
    }

    private Reaction reaction(Feature feature, Event event, Turn turn) {
        if (event instanceof CommandInvoked invoked && refusals.owns(feature, invoked)) {
            Optional<Phrase> refusal = refusals.refusal(invoked, standing(turn, invoked.speaker()));
            if (refusal.isPresent()) {
                return refuse(invoked, refusal.get(), turn);
            }
        }
        try {
            Reaction reaction = feature.on(event, turn);
            turn.keep();
            return reaction;
        } catch (RuntimeException e) {
            failed(e, turn);
            LOG.error(
                    "{} failed on {}; kept as a dead letter",
                    feature.name(),
                    event.getClass().getSimpleName(),
                    e);
            dead.add(feature.name(), event, e, turn.now());
            figures.deadLetter();
            return afterFailure(feature, event, turn);
        }
    }

    private Reaction afterFailure(Feature feature, Event event, Turn turn) {
        try {
            Reaction reaction = feature.onFailure(event, turn);
            turn.keep();
            return reaction;
        } catch (RuntimeException e) {
            failed(e, turn);
            LOG.error("{} failed on its failure; nobody after it hears the event", feature.name(), e);
            return Reaction.NONE.swallowing();
        }
    }

    /** A full disk is no fault of the feature: the whole batch waits for room. */
    private void failed(RuntimeException e, Turn turn) {
        if (outOfRoom.test(e)) {
            throw e;
        }
        turn.takeBack();
    }

    private static Standing standing(Turn turn, Speaker speaker) {
        Actor actor = turn.actor();
        return actor == null ? speaker.standing() : actor.standing();
    }

    private static Reaction refuse(CommandInvoked invoked, Phrase why, Turn turn) {
        Actor actor = turn.actor();
        Language language = actor == null ? Language.EN : actor.language();
        return Reaction.of(new Respond(invoked.reply(), Document.of(why), language, true, "hub:refused"))
                .swallowing();
    }

    /** An event for the features from a place in their order on. */
    private record Told(Event event, int from) {}
}
