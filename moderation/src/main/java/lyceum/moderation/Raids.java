package lyceum.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.PlatformName;
import lyceum.moderation.Case.Decision;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Contains raids: when many accounts that nobody knew speak at once and say the same or what the rules object to, or when there are
 * more of them than any class has, what such accounts say is taken away and they are kept from speaking for an hour. Whoever was
 * heard before the raid is not touched. All of a raid is one case, which one command takes back.
 */
final class Raids {
    static final String RULE = "raid";
    private static final Duration WINDOW = Duration.ofSeconds(10);
    /** An account is unknown for this long. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final Duration CALM = Duration.ofMinutes(5);
    /** So many unknown accounts to which the rules object. */
    private static final int OBJECTED = 5;
    /** So many unknown accounts that say the same, where it is no greeting. */
    private static final int ALIKE = 10;

    private static final int LONG = 12;
    /** So many unknown accounts whatever they say. */
    private static final int CROWD = 60;

    private static final Duration SILENCE = Duration.ofHours(1);

    private final Review review;
    private final Discipline discipline;
    private final Audit audit;
    private final CaseTable cases = new CaseTable();
    private final DeedTable deeds = new DeedTable();
    private final Faces faces = new Faces();
    private final Map<PlatformName, Onrush> lately = new HashMap<>();

    private record Raid(long about, Instant last) {}

    Raids(Review review, Discipline discipline, Audit audit) {
        this.review = review;
        this.discipline = discipline;
        this.audit = audit;
    }

    /**
     * What is done about a message of a raid; null where it is none.
     *
     * @param since when the account was heard for the first time
     * @param bad whether the rules object to it
     */
    @Nullable
    List<Effect> contain(MessagePosted posted, Instant since, boolean bad, Tx tx) {
        PlatformName platform = posted.message().room().platform();
        if (since.isBefore(tx.now().minus(FRESH))) {
            return null;
        }
        Optional<Raid> running = running(platform, tx);
        if (running.isEmpty() && !begins(platform, posted, bad, tx.now())) {
            return null;
        }
        if (running.isPresent()
                && since.isBefore(began(tx.read(), running.get().about()).minus(WINDOW))) {
            return null;
        }
        return running.isPresent() ? goOn(running.get(), posted, tx) : begin(posted, tx);
    }

    private boolean begins(PlatformName platform, MessagePosted posted, boolean objected, Instant now) {
        String words = posted.text().plain().strip();
        Onrush onrush = lately.computeIfAbsent(platform, _ -> new Onrush(WINDOW));
        onrush.hear(new Onrush.Line(posted.speaker().id().toString(), words, objected, now));
        return onrush.objected() >= OBJECTED
                || (words.length() >= LONG && onrush.saying(words) >= ALIKE)
                || onrush.accounts() >= CROWD;
    }

    private List<Effect> begin(MessagePosted posted, Tx tx) {
        Signal why = new Signal(
                RULE,
                "text",
                0,
                0,
                Severity.REMOVE,
                posted.message().room().platform().value());
        Held held = new Held(posted, List.of(why), Set.of());
        Case about = cases.add(tx.write(), Case.State.REMOVED, held, tx.now());
        tx.write()
                .execute(
                        "insert into moderation_raid (case_id, platform, began, last, people, messages)"
                                + " values (?, ?, ?, ?, 0, 0)",
                        about.id(),
                        posted.message().room().platform().value(),
                        tx.now().toEpochMilli(),
                        tx.now().toEpochMilli());
        audit.write(tx, RULE, about.id(), posted.message().room().toString());
        List<Effect> effects = new ArrayList<>(review.posts(about.id(), tx));
        effects.addAll(goOn(new Raid(about.id(), tx.now()), posted, tx));
        return effects;
    }

    private List<Effect> goOn(Raid raid, MessagePosted posted, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        effects.add(Review.delete(new Held(posted, List.of(), Set.of()), raid.about()));
        Optional<Known> person = faces.of(tx.read(), posted.speaker().id());
        boolean known = person.isPresent()
                && deeds.of(tx.read(), person.get().member()).stream()
                        .anyMatch(deed -> deed.about() == raid.about() && !deed.undone());
        boolean first = person.isPresent() && !known;
        tx.write()
                .execute(
                        "update moderation_raid set last = ?, messages = messages + 1, people = people + ?"
                                + " where case_id = ?",
                        tx.now().toEpochMilli(),
                        first ? 1 : 0,
                        raid.about());
        if (first) {
            Decision hub = new Decision("Lyceum", 0, tx.now(), Act.TIMEOUT);
            Discipline.Order order = new Discipline.Order(
                    raid.about(), Act.TIMEOUT, person.get(), tx.now().plus(SILENCE), hub);
            effects.addAll(discipline.apply(order, tx));
        }
        return effects;
    }

    private static Optional<Raid> running(PlatformName platform, Tx tx) {
        return tx.read()
                .createQuery("select raid.case_id, last from moderation_raid raid join moderation_case c"
                        + " on c.case_id = raid.case_id where platform = ? and last > ? and c.state = 'REMOVED'"
                        + " order by raid.case_id desc limit 1")
                .bind(0, platform.value())
                .bind(1, tx.now().minus(CALM).toEpochMilli())
                .map((row, _) -> new Raid(row.getLong("case_id"), Instant.ofEpochMilli(row.getLong("last"))))
                .findOne();
    }

    private static Instant began(Handle read, long about) {
        return Instant.ofEpochMilli(read.createQuery("select began from moderation_raid where case_id = ?")
                .bind(0, about)
                .mapTo(Long.class)
                .one());
    }
}
