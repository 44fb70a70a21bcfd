package lyceum.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Answer;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Event;
import lyceum.kernel.id.RoomId;

/** What each kind of work means. Lane's thread only, in an open transaction. */
final class Decider {
    private static final int TIMERS_A_TURN = 500;
    private static final Duration LATE = Duration.ofSeconds(30);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration OUTBOX_KEPT = Duration.ofDays(7);
    /** Who failed, where it was none of the features. */
    private static final String HUB = "hub";

    private static final String PURGE = "hub:purge";

    private final Parts parts;
    private final Tables tables;
    private final Hearing hearing;
    private final Planner planner;
    private final Ends ends;
    private final Watch watch;
    private final Shell shell;
    private final Figures figures;
    private final Scoring scoring;
    private final RoomNames names;
    private final Desk desk;
    private final Turn.Ground ground;

    Decider(Parts parts, Tables tables, Courier courier, Shell shell, Known known) {
        this.figures = known.figures();
        this.scoring = known.scoring();
        this.names = known.names();
        this.parts = parts;
        this.tables = tables;
        this.shell = shell;
        this.watch = new Watch(
                parts.platforms(),
                tables.outbox(),
                new TroubleTable(parts.store().writer()),
                names);
        this.desk = new Desk(tables, shell);
        this.ground = new Turn.Ground(
                parts.store().writer(),
                new Savepoint(parts.store().writer()),
                parts.nature().chance(),
                courier);
        this.planner = new Planner(tables, courier, shell);
        this.hearing = new Hearing(
                parts.features(), tables.deadLetters(), figures, parts.store().outOfRoom());
        this.ends = new Ends(
                tables.outbox(),
                courier,
                shell,
                figures,
                new Backoff(parts.nature().chance()));
    }

    /** What is known beside the tables. */
    record Known(Figures figures, Scoring scoring, RoomNames names) {}

    void decide(Work work, Batch batch, Instant now) {
        switch (work) {
            case Work.Heard heard -> heard(heard, batch, now);
            case Work.Ended ended -> ended(ended, batch, now);
            case Work.Rested rested -> shell.rested(rested.lane(), batch);
            case Work.Due due -> shell.due(due.rows(), batch);
            case Work.Rang _ -> rang(batch, now);
            case Work.Replay replay -> replay(replay, batch, now);
            case Work.Watching _ -> watch.look(now).forEach(news -> alert(news, batch));
            case Work.Look look -> look(look, batch);
        }
    }

    /** Tells the moderators what the hub itself has to say. */
    void alert(Phrase news, Batch batch) {
        for (RoomId room : parts.settings().alertRooms()) {
            planner.plan(
                    new Post(
                            room,
                            Document.of(news),
                            parts.settings().language(),
                            null,
                            null,
                            "hub:" + news.key().substring("hub.".length())),
                    batch);
        }
    }

    /** Keeps an event on which the hub itself failed, rather than one of its features. */
    void bury(Work.Heard heard, RuntimeException e, Batch batch, Instant now) {
        tables.journal().keep(heard.event(), now);
        tables.deadLetters().add(HUB, heard.event(), e, now);
        batch.afterCommit(() -> {
            figures.deadLetter();
            heard.durable().complete(null);
        });
    }

    /** Sets the timers that the hub itself needs. */
    void prepare(Instant now) {
        tables.timers().set(new SetTimer(PURGE, now.plus(A_DAY), ""));
    }

    /** What waits at this turn, without what later turns of the same batch change. */
    private void look(Work.Look look, Batch batch) {
        Map<String, Waiting> waiting = shell.waiting();
        batch.afterCommit(() -> look.seen().complete(waiting));
    }

    private void heard(Work.Heard heard, Batch batch, Instant now) {
        Scores scores = heard.scores().join();
        boolean fresh = tables.journal().keep(heard.event(), now);
        if (fresh) {
            hear(heard.event(), scores, batch, now);
        }
        batch.afterCommit(() -> {
            figures.heard(fresh);
            heard.durable().complete(null);
        });
    }

    private void ended(Work.Ended ended, Batch batch, Instant now) {
        watch.sees(ended.row().effect(), ended.end());
        ends.take(ended, batch, now).forEach(answer -> answered(answer, batch, now));
    }

    private void answered(Answer answer, Batch batch, Instant now) {
        hear(answer, Scores.NONE, batch, now);
    }

    private void rang(Batch batch, Instant now) {
        List<SetTimer> due = tables.timers().takeDue(now, TIMERS_A_TURN);
        for (SetTimer timer : due) {
            if (timer.timer().equals(PURGE)) {
                purge(now);
            } else {
                boolean late = timer.due().plus(LATE).isBefore(now);
                answered(new TimerFired(timer.timer(), timer.note(), timer.due(), late), batch, now);
            }
        }
    }

    private void purge(Instant now) {
        tables.journal().purge(now.minus(parts.settings().journalKept()));
        tables.outbox().purge(now.minus(OUTBOX_KEPT));
        prepare(now);
    }

    private void replay(Work.Replay replay, Batch batch, Instant now) {
        boolean done = replay(replay.letter(), batch, now);
        batch.afterCommit(() -> replay.done().complete(done));
    }

    private boolean replay(long id, Batch batch, Instant now) {
        boolean done = tables.deadLetters()
                .find(id)
                .map(letter -> replay(letter, batch, now))
                .orElse(false);
        if (done) {
            tables.deadLetters().remove(id);
        }
        return done;
    }

    private boolean replay(DeadLetters.Letter letter, Batch batch, Instant now) {
        Scores scores = scoring.all(letter.event());
        if (letter.feature().equals(HUB)) {
            hear(letter.event(), scores, batch, now);
            return true;
        }
        return hearing.replay(
                letter.feature(), letter.event(), turn(scores, now), effect -> planner.plan(effect, batch));
    }

    private void hear(Event event, Scores scores, Batch batch, Instant now) {
        Turn turn = turn(scores, now);
        hearing.hear(event, turn, effect -> planner.plan(effect, batch));
        names.heard(event);
        if (event instanceof ChoiceMade made) {
            desk.asked(made, turn.actor(), id -> replay(id, batch, now), batch)
                    .ifPresent(answer -> planner.plan(answer, batch));
        }
    }

    private Turn turn(Scores scores, Instant now) {
        return new Turn(ground, now, scores);
    }
}
