package lyceum.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Answer;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.Share;
import lyceum.kernel.event.Answer.Undeliverable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the end of a try means for its row: closed, tried again, or given up. Lane's thread only, in an open transaction. */
final class Ends {
    private static final Logger LOG = LoggerFactory.getLogger(Ends.class);
    private static final Duration BARRED_WAIT = Duration.ofSeconds(15);
    private static final Duration BARRED_LONG_WAIT = Duration.ofMinutes(2);
    /** For an hour one soon follows the other. */
    private static final int BARRED_SOON = 60 * 4;
    /** A day's. */
    private static final int BARRED_TRIES = BARRED_SOON + 23 * 30;

    private static final int DEFECTS_BEFORE_GIVING_UP = 5;

    private final Outbox outbox;
    private final Courier courier;
    private final Shell shell;
    private final Figures figures;
    private final Backoff backoff;

    Ends(Outbox outbox, Courier courier, Shell shell, Figures figures, Backoff backoff) {
        this.outbox = outbox;
        this.courier = courier;
        this.shell = shell;
        this.figures = figures;
        this.backoff = backoff;
    }

    /** The answers that the features shall hear; none while there will be another try. */
    List<? extends Answer> take(Work.Ended ended, Batch batch, Instant now) {
        return switch (ended.end()) {
            case End.Stood stood -> stood(ended, stood, batch, now);
            case End.Impossible _ -> impossible(ended, batch, now);
            case End.Apart _ -> again(ended, ended.row().tried(false), Duration.ZERO, batch);
            case End.Postponed postponed -> again(ended, ended.row(), postponed.delay(), batch);
            case End.Barred _ -> barred(ended, batch, now);
            case End.Unknown _ -> {
                Row tried = ended.row().tried(ended.row().repeats());
                yield again(ended, tried, backoff.after(tried.attempts()), batch);
            }
            case End.Defect _ -> {
                Row tried = ended.row().tried(ended.row().repeats());
                if (tried.attempts() < DEFECTS_BEFORE_GIVING_UP) {
                    yield again(ended, tried, backoff.after(tried.attempts()), batch);
                }
                batch.afterCommit(ended.lane()::resume);
                yield impossible(ended, batch, now);
            }
        };
    }

    /** What the hub may not do now waits for whoever can mend it, a day at the most; where it may have stood before, that is still unclear. */
    private List<? extends Answer> barred(Work.Ended ended, Batch batch, Instant now) {
        Row tried = ended.row().tried(ended.row().unclear());
        if (tried.attempts() < BARRED_TRIES) {
            Duration wait = backoff.after(tried.attempts());
            Duration soon = wait.compareTo(BARRED_WAIT) < 0 ? wait : BARRED_WAIT;
            return again(ended, tried, tried.attempts() < BARRED_SOON ? soon : BARRED_LONG_WAIT, batch);
        }
        batch.afterCommit(ended.lane()::resume);
        return impossible(ended, batch, now);
    }

    private List<Delivered> stood(Work.Ended ended, End.Stood stood, Batch batch, Instant now) {
        Row row = ended.row();
        boolean mayStandTwice = row.unclear() && !courier.settles(row.effect());
        List<Row> rows = row.unclear(mayStandTwice).apart();
        rows.forEach(each -> outbox.close(each, "confirmed", null, now));
        if (row.effect() instanceof Post && !stood.messages().isEmpty()) {
            outbox.stands(row.lane(), stood.messages().getLast());
        }
        shell.done(ended.lane(), row, batch);
        batch.afterCommit(() -> rows.forEach(_ -> figures.delivered(mayStandTwice)));
        if (mayStandTwice) {
            LOG.warn(
                    "effect {} in {} may stand twice: an earlier try had no answer",
                    row.id().value(),
                    row.lane());
        }
        List<Delivered> answers = new ArrayList<>();
        for (Row each : rows) {
            Share share = rows.size() == 1 ? null : new Share(answers.size(), rows.size());
            answers.add(new Delivered(each.id(), each.effect(), stood.messages(), mayStandTwice, share));
        }
        return answers;
    }

    private List<Undeliverable> impossible(Work.Ended ended, Batch batch, Instant now) {
        Row row = ended.row();
        Say reason = ended.end().reason();
        LOG.warn("effect {} in {} cannot be done: {}", row.id().value(), row.lane(), Phrases.english(reason));
        List<Row> rows = row.apart();
        rows.forEach(each -> outbox.close(each, "dead", reason, now));
        shell.done(ended.lane(), row, batch);
        batch.afterCommit(() -> rows.forEach(_ -> figures.undeliverable()));
        return rows.stream()
                .map(each -> new Undeliverable(each.id(), each.effect(), reason))
                .toList();
    }

    private List<Answer> again(Work.Ended ended, Row row, Duration delay, Batch batch) {
        Say reason = ended.end().reason();
        boolean told = ended.end() instanceof End.Barred && row.attempts() > 1;
        if (told || ended.end() instanceof End.Postponed) {
            LOG.atDebug().log(() -> row.lane() + " rests " + delay.toMillis() + " ms: " + Phrases.english(reason));
        } else {
            LOG.warn("{} tries again in {} ms: {}", row.lane(), delay.toMillis(), Phrases.english(reason));
        }
        row.apart().forEach(each -> outbox.again(each, reason));
        shell.rest(ended.lane(), row, delay, batch);
        return List.of();
    }
}
