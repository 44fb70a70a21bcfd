package lyceum.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Standing;
import lyceum.moderation.Case.Decision;

/**
 * Stops who acts too much: a moderator may punish nobody until another has looked, and where all together do too much, rules only hold
 * and nobody is punished until a moderator says so. What was done until then stands, and can be undone.
 */
final class Breaker {
    static final String CHOICES = Gate.NAME + ":go-on:(all|member\\.[0-9]{1,18})";

    private static final String GO_ON = Gate.NAME + ":go-on:";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String ALL = "all";

    private final ModerationSettings settings;
    private final Audit audit;
    private final Map<String, Deque<Acted>> lately = new HashMap<>();

    private record Acted(Instant at, int many) {}

    Breaker(ModerationSettings settings, Audit audit) {
        this.settings = settings;
        this.audit = audit;
    }

    /** Whether this moderator may punish nobody now. */
    boolean stops(long moderator, Tx tx) {
        return stopped(member(moderator), tx) || stopsAll(tx);
    }

    /** Whether all together did too much. */
    boolean stopsAll(Tx tx) {
        return stopped(ALL, tx);
    }

    /** A moderator put out or silenced so many people. */
    List<Effect> punished(Decision by, int people, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        Guards.Most most = settings.guards().most();
        if (tooMuch(member(by.member()), people, most.moderator(), tx)) {
            effects.addAll(stop(
                    member(by.member()),
                    Phrase.of(
                            "moderation.stopped-moderator",
                            Text.of(by.who()),
                            Text.of(Integer.toString(most.moderator()))),
                    tx));
        }
        effects.addAll(altogether(people, tx));
        return effects;
    }

    /** The rules took a message away. */
    List<Effect> removed(Tx tx) {
        return altogether(1, tx);
    }

    private List<Effect> altogether(int many, Tx tx) {
        int most = settings.guards().most().all();
        return tooMuch(ALL, many, most, tx)
                ? stop(ALL, Phrase.of("moderation.stopped-all", Integer.toString(most)), tx)
                : List.of();
    }

    private boolean tooMuch(String whose, int many, int most, Tx tx) {
        Deque<Acted> acts = lately.computeIfAbsent(whose, _ -> new ArrayDeque<>());
        acts.addLast(new Acted(tx.now(), many));
        while (acts.getFirst().at().isBefore(tx.now().minus(MINUTE))) {
            acts.removeFirst();
        }
        boolean much = acts.stream().mapToInt(Acted::many).sum() > most;
        if (much) {
            acts.clear();
        }
        return much && !stopped(whose, tx);
    }

    private List<Effect> stop(String whose, Say why, Tx tx) {
        tx.write()
                .execute(
                        "insert into moderation_stop (stopped, since) values (?, ?)",
                        whose,
                        tx.now().toEpochMilli());
        audit.write(tx, "stops", 0, whose);
        Document alarm = new Document(
                List.of(new Block.Paragraph(why)),
                List.of(new Choice(GO_ON + whose, Phrase.of("moderation.go-on"), Weight.HARMFUL)));
        List<Effect> effects = new ArrayList<>();
        settings.rooms()
                .forEach(room -> effects.add(
                        new Post(room, alarm, settings.language(room), null, null, Gate.NAME + ":stopped")));
        return effects;
    }

    /** A moderator looked and lets it go on; nobody does so for themselves. Answers what is told to them. */
    Say goOn(ChoiceMade made, Tx tx) {
        String whose = made.choice().substring(GO_ON.length());
        Actor actor = tx.actor();
        if (actor == null || !actor.standing().atLeast(Standing.MODERATOR)) {
            return Phrase.of("moderation.only-moderators");
        }
        if (whose.equals(member(actor.member().value()))) {
            return Phrase.of("moderation.go-on-not-you");
        }
        if (!stopped(whose, tx)) {
            return Phrase.of("moderation.not-stopped");
        }
        tx.write().execute("delete from moderation_stop where stopped = ?", whose);
        audit.write(tx, "goes-on", 0, whose + " " + Cards.oneLine(made.speaker().name()));
        return Phrase.of("moderation.goes-on");
    }

    private static String member(long moderator) {
        return "member." + moderator;
    }

    private static boolean stopped(String whose, Tx tx) {
        return tx.read()
                .createQuery("select exists (select 1 from moderation_stop where stopped = ?)")
                .bind(0, whose)
                .mapTo(Boolean.class)
                .one();
    }
}
