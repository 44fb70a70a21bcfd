package lyceum.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.event.Answer.Resolved;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.moderation.policy.Outcome;
import lyceum.moderation.policy.Policy;
import lyceum.moderation.rules.PicturesRule;
import lyceum.moderation.rules.Post;

/**
 * What is known of the files that people send. Their bytes are looked at beside the lane, after the message has passed; one like those that
 * moderators took away is then taken back or waits for a moderator, as when an edit makes a message bad.
 */
final class Attached {
    static final String SEEN = Gate.NAME + ":file:";

    private static final double THE_SAME = 1;
    private static final int A_LOOK = 20;

    private final Policy policy;
    private final FileTable table = new FileTable();
    private final SaidTable said = new SaidTable();

    Attached(Policy policy) {
        this.policy = policy;
    }

    void hear(MessagePosted posted, Tx tx) {
        if (!posted.attachments().isEmpty()) {
            table.add(tx.write(), posted, tx.now());
        }
    }

    List<Gate.Unseen> unseen(ReadTx tx) {
        return table.unseen(tx.read(), A_LOOK).stream()
                .map(file -> new Gate.Unseen(SEEN + file.place() + ":" + file.source(), file.bytes()))
                .toList();
    }

    /** A message that must not stand after all, and why. */
    record Recognized(Held held, Signal why) {}

    /** Somebody looked at a file, or could not. */
    Optional<Recognized> seen(Resolved resolved, Tx tx) {
        String[] asked = resolved.question().substring(SEEN.length()).split(":", 2);
        MessageId source = MessageId.parse(asked[1]);
        int place = Integer.parseInt(asked[0]);
        Optional<Fingerprint> print = Fingerprint.parse(resolved.answer());
        if (print.isEmpty()) {
            table.tried(tx.write(), source, place);
            return Optional.empty();
        }
        Optional<Signal> signal = signal(print.get(), source, tx);
        table.see(tx.write(), source, place, print.get());
        return signal.flatMap(why -> said.held(tx.read(), source).map(held -> new Recognized(held, why)));
    }

    private Optional<Signal> signal(Fingerprint print, MessageId source, Tx tx) {
        if (table.isRemoved(tx.read(), print)) {
            return judged(new lyceum.moderation.rules.Signal("pictures", 1, "picture", 0, 0, THE_SAME, "64/64"));
        }
        Long look = print.look();
        return look == null
                ? Optional.empty()
                : new PicturesRule(table.removedLooks(tx.read()))
                                .judge(new Post(
                                        "",
                                        "",
                                        source.room().toString(),
                                        Instant.EPOCH,
                                        Post.Standing.UNKNOWN,
                                        List.of(),
                                        List.of(look)))
                                .stream()
                                .findFirst()
                                .flatMap(this::judged);
    }

    private Optional<Signal> judged(lyceum.moderation.rules.Signal signal) {
        Outcome outcome = policy.outcome(signal);
        return outcome == Outcome.PASS
                ? Optional.empty()
                : Optional.of(new Signal(
                        signal.rule(),
                        signal.view(),
                        0,
                        0,
                        outcome == Outcome.REMOVE ? Severity.REMOVE : Severity.HOLD,
                        signal.evidence()));
    }
}
