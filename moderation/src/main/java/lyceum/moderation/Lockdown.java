package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;

/**
 * Keeps what fans say where they say it while a raid lasts: the gate has judged it, and no feature after this one hears it, neither
 * now nor later. What moderators and creators say, and what a moderator lets through, passes.
 */
public final class Lockdown implements Feature {
    private static final String NAME = "lockdown";
    private static final String STATE = "state";
    private static final String ON = "on";

    private final LockdownSettings settings;

    public Lockdown(LockdownSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(MessagePosted.class, MessageEdited.class);
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command(
                NAME,
                List.of("封锁"),
                Phrase.of("lockdown.lockdown"),
                List.of(new Command.Option(STATE, Phrase.of("lockdown.state"), true, List.of(ON, "off"))),
                Standing.MODERATOR));
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case CommandInvoked invoked when invoked.command().equals(NAME) -> set(invoked, tx);
            case MessagePosted posted -> keepHere(posted.speaker(), tx);
            case MessageEdited edited -> keepHere(edited.speaker(), tx);
            default -> Reaction.NONE;
        };
    }

    private static Reaction keepHere(Speaker speaker, Tx tx) {
        return !standing(speaker, tx).atLeast(Standing.MODERATOR) && isOn(tx)
                ? Reaction.NONE.swallowing()
                : Reaction.NONE;
    }

    private Reaction set(CommandInvoked invoked, Tx tx) {
        boolean on = ON.equals(invoked.options().get(STATE));
        if (on == isOn(tx)) {
            return Reaction.of(answer(invoked, tx, on ? "lockdown.on-already" : "lockdown.not-on"));
        }
        if (on) {
            tx.write()
                    .execute(
                            "insert into lockdown (since, who) values (?, ?)",
                            tx.now().toEpochMilli(),
                            invoked.speaker().id().toString());
        } else {
            tx.write().execute("delete from lockdown");
        }
        List<Effect> effects = new ArrayList<>(notices(on ? "lockdown.begins" : "lockdown.ends"));
        effects.add(answer(invoked, tx, on ? "lockdown.you-began" : "lockdown.you-ended"));
        return Reaction.of(effects);
    }

    private static boolean isOn(Tx tx) {
        return tx.read()
                .createQuery("select exists (select 1 from lockdown)")
                .mapTo(Boolean.class)
                .one();
    }

    private List<Post> notices(String phrase) {
        return settings.rooms().stream()
                .map(room -> new Post(
                        room, Document.of(Phrase.of(phrase)), settings.language(room), null, null, NAME + ":notice"))
                .toList();
    }

    private static Respond answer(CommandInvoked invoked, Tx tx, String phrase) {
        Actor actor = tx.actor();
        Language known = actor == null ? invoked.speaker().language() : actor.language();
        Language language = known == null ? Language.EN : known;
        return new Respond(invoked.reply(), Document.of(Phrase.of(phrase)), language, true, NAME + ":" + STATE);
    }

    private static Standing standing(Speaker speaker, Tx tx) {
        Actor actor = tx.actor();
        return actor == null ? speaker.standing() : actor.standing();
    }
}
