package lyceum.community.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;

/** Lets moderators stop the relay for a while: what is said meanwhile waits, and is carried over in order when it goes on. */
final class Pause {
    static final String COMMAND = "relay";
    static final String GO_ON = Bridge.NAME + ":go-on";

    private static final String WHAT = "what";
    private static final String PAUSE = "pause";
    /** So many a turn, so that a long wait does not hold up the hub. */
    private static final int AT_ONCE = 50;

    private final BridgeSettings settings;
    private final BiFunction<MessagePosted, Tx, List<Effect>> carry;
    private final PauseTable table = new PauseTable();

    /** @param carry carries over a message that has waited */
    Pause(BridgeSettings settings, BiFunction<MessagePosted, Tx, List<Effect>> carry) {
        this.settings = settings;
        this.carry = carry;
    }

    static Command command() {
        return new Command(
                COMMAND,
                List.of("转发"),
                Phrase.of("bridge.relay"),
                List.of(new Command.Option(WHAT, Phrase.of("bridge.relay-what"), true, List.of(PAUSE, "resume"))),
                Standing.MODERATOR);
    }

    Reaction on(CommandInvoked invoked, Tx tx) {
        boolean pause = PAUSE.equals(invoked.options().get(WHAT));
        if (pause == table.paused(tx.read())) {
            return Reaction.of(answer(invoked, tx, Phrase.of(pause ? "bridge.paused-already" : "bridge.not-paused")));
        }
        return Reaction.of(pause ? stop(invoked, tx) : resume(invoked, tx));
    }

    /** Keeps a message if it has to wait; false where it may be carried over now. */
    boolean keeps(MessagePosted posted, Tx tx) {
        if (!table.holds(tx.read())) {
            return false;
        }
        table.keep(tx.write(), posted);
        return true;
    }

    /** A message that waits is carried over as it last stood. */
    void change(MessageEdited edited, Tx tx) {
        for (MessagePosted was : table.waiting(tx.read(), edited.message())) {
            table.change(
                    tx.write(),
                    new MessagePosted(
                            was.key(),
                            was.message(),
                            was.speaker(),
                            edited.text(),
                            edited.attachments(),
                            was.replyTo(),
                            was.at(),
                            was.quoted()));
        }
    }

    /** A message that its author took back does not wait any more. */
    void forget(MessageId source, Tx tx) {
        if (table.holds(tx.read())) {
            table.forget(tx.write(), source);
        }
    }

    /** Carries over what has waited longest, and comes back for the rest. */
    List<Effect> goOn(Tx tx) {
        if (table.paused(tx.read())) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        for (MessagePosted posted : table.first(tx.read(), AT_ONCE)) {
            effects.addAll(carry.apply(posted, tx));
            table.forget(tx.write(), posted.message());
        }
        if (table.count(tx.read()) > 0) {
            effects.add(new SetTimer(GO_ON, tx.now(), ""));
        }
        return effects;
    }

    private List<Effect> stop(CommandInvoked invoked, Tx tx) {
        table.pause(tx.write(), invoked.speaker().id().toString(), tx.now());
        List<Effect> effects = new ArrayList<>(notices(Phrase.of("bridge.paused")));
        effects.add(answer(invoked, tx, Phrase.of("bridge.you-paused")));
        return effects;
    }

    private List<Effect> resume(CommandInvoked invoked, Tx tx) {
        table.resume(tx.write());
        int waiting = table.count(tx.read());
        List<Effect> effects = new ArrayList<>(notices(Phrase.of("bridge.resumed")));
        effects.addAll(goOn(tx));
        effects.add(answer(invoked, tx, Phrase.of("bridge.you-resumed", String.valueOf(waiting))));
        return effects;
    }

    private List<Post> notices(Say say) {
        return settings.links().stream()
                .flatMap(link -> link.rooms().stream())
                .distinct()
                .map(room -> notice(room, say))
                .toList();
    }

    private Post notice(RoomId room, Say say) {
        return new Post(room, Document.of(say), settings.language(room), null, null, Bridge.NAME + ":pause");
    }

    private static Respond answer(CommandInvoked invoked, Tx tx, Phrase phrase) {
        Actor actor = tx.actor();
        Language known = actor == null ? invoked.speaker().language() : actor.language();
        return new Respond(
                invoked.reply(),
                Document.of(phrase),
                known == null ? Language.EN : known,
                true,
                Bridge.NAME + ":" + COMMAND);
    }
}
