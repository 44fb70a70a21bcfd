package lyceum.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.event.Answer;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Event;

/** What each kind of work means. Lane's thread only, in an open transaction. */
final class Decider {
    private static final int TIMERS_A_TURN = 500;
    private static final Duration LATE = Duration.ofSeconds(30);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration OUTBOX_KEPT = Duration.ofDays(7);
    private static final String PURGE = "hub:purge";

    private final Parts parts;
    private final Tables tables;
    private final Hearing hearing;
    private final Planner planner;
    private final Ends ends;
    private final Shell shell;
    private final Figures figures;
    private final Scoring scoring;

    Decider(Parts parts, Tables tables, Courier courier, Shell shell, Figures figures, Scoring scoring) {
        this.parts = parts;
        this.tables = tables;
        this.shell = shell;
        this.figures = figures;
        this.scoring = scoring;
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

    void decide(Work work, Batch batch, Instant now) {
        switch (work) {
            case Work.Heard heard -> heard(heard, batch, now);
            case Work.Ended ended -> ended(ended, batch, now);
            case Work.Rested rested -> shell.rested(rested.lane(), batch);
            case Work.Due due -> shell.due(due.rows(), batch);
            case Work.Rang _ -> rang(batch, now);
            case Work.Replay replay -> replay(replay, batch, now);
            case Work.Look look -> look(look, batch);
        }
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
        ends.take(ended, batch, now).ifPresent(answer -> answered(answer, batch, now));
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
        boolean done = tables.deadLetters()
                .find(replay.letter())
                .map(letter -> {
                    Turn turn = turn(scoring.all(letter.event()), now);
                    return hearing.replay(
                            letter.feature(), letter.event(), turn, effect -> planner.plan(effect, batch));
                })
                .orElse(false);
        if (done) {
            tables.deadLetters().remove(replay.letter());
        }
        batch.afterCommit(() -> replay.done().complete(done));
    }

    private void hear(Event event, Scores scores, Batch batch, Instant now) {
        hearing.hear(event, turn(scores, now), effect -> planner.plan(effect, batch));
    }

    private Turn turn(Scores scores, Instant now) {
        return new Turn(parts.store().writer(), now, parts.nature().chance(), scores);
    }
}
