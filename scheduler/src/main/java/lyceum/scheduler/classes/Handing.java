package lyceum.scheduler.classes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lyceum.kernel.document.Document;
import lyceum.kernel.effect.Appoint;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Answer.Undeliverable;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/**
 * Claims due reminders in batches, a moment ahead, and hands them over with the instant at which each is to leave. What is too late
 * is dropped by rule: once the class has begun, or when a nearer reminder is due as well.
 */
final class Handing {
    static final String DUE = Classes.NAME + ":due";
    static final String REF = Classes.NAME + ":r:";

    private static final Duration AHEAD = Duration.ofSeconds(1);
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final int BATCH = 1_000;
    private static final List<String> PLATFORMS = List.of("", "discord", "telegram");

    private final ClassesSettings settings;
    private final Tables tables;

    Handing(ClassesSettings settings, Tables tables) {
        this.settings = settings;
        this.tables = tables;
    }

    /** Everything that is due in a moment, and the timer for what is due later. */
    List<Effect> claim(Tx tx) {
        List<Effect> effects = new ArrayList<>();
        Map<Integer, List<Reminder>> states = new HashMap<>();
        Map<Long, Optional<LiveClass>> known = new HashMap<>();
        boolean paced = false;
        for (String platform : PLATFORMS) {
            Integer pace = settings.pace(platform);
            int most = pace == null ? BATCH : (int) Math.min(BATCH, pace * WINDOW.toSeconds());
            List<ReminderTable.Waiting> due =
                    tables.reminders().due(tx.read(), platform, tx.now().plus(WINDOW), most);
            paced |= pace != null && due.size() == most;
            for (ReminderTable.Waiting waiting : due) {
                Reminder each = waiting.reminder();
                Optional<LiveClass> of = known.computeIfAbsent(
                        each.classId(), id -> tables.classes().find(tx.read(), id));
                Post post = of.isEmpty() ? null : post(tx, of.get(), waiting);
                int state = post != null
                        ? ReminderTable.HANDED_OVER
                        : useless(tx, each) ? ReminderTable.DROPPED : ReminderTable.UNREACHABLE;
                states.computeIfAbsent(state, _ -> new ArrayList<>()).add(each);
                Stream.ofNullable(post).map(said -> when(said, each, tx)).forEach(effects::add);
            }
        }
        states.forEach((state, of) -> tables.reminders().states(tx.write(), of, state));
        timer(tx, paced ? tx.now().plus(WINDOW) : tx.now()).ifPresent(effects::add);
        return effects;
    }

    /** The timer for the next due reminder, if any waits. */
    Optional<SetTimer> timer(Tx tx, Instant notBefore) {
        return PLATFORMS.stream()
                .flatMap(platform -> tables.reminders().nextDue(tx.read(), platform).stream())
                .min(Instant::compareTo)
                .map(next -> next.minus(AHEAD))
                .map(ring -> new SetTimer(DUE, ring.isBefore(notBefore) ? notBefore : ring, ""));
    }

    void told(Tx tx, long id) {
        tables.reminders()
                .find(tx.read(), id)
                .ifPresent(each -> tables.reminders().states(tx.write(), List.of(each), ReminderTable.TOLD));
    }

    /** Nothing can be said to somebody there: their next account is tried, while it is of use. */
    List<Effect> refused(Tx tx, Undeliverable refused, long id) {
        Reminder each = tables.reminders().find(tx.read(), id).orElse(null);
        if (each == null || !(refused.what() instanceof Post post)) {
            return List.of();
        }
        AuthorId failed = post.room().privateWith().orElse(null);
        AuthorId next = failed == null
                ? null
                : tables.people().after(tx.read(), each.to().member(), failed);
        if (next == null || useless(tx, each)) {
            tables.reminders().states(tx.write(), List.of(each), ReminderTable.UNREACHABLE);
            return List.of();
        }
        tables.people().likes(tx.write(), each.to().member(), next);
        return List.of(new Post(RoomId.privateWith(next), post.document(), post.language(), null, null, post.ref()));
    }

    private static Effect when(Post post, Reminder each, Tx tx) {
        return each.due().isAfter(tx.now()) ? new Appoint(post, each.due()) : post;
    }

    /** Null where nothing is to be said, or to nobody. */
    private @Nullable Post post(Tx tx, LiveClass of, ReminderTable.Waiting waiting) {
        Reminder each = waiting.reminder();
        if (useless(tx, each)) {
            return null;
        }
        boolean late = each.due().plus(LATE).isBefore(tx.now());
        Instant leaves = each.due().isBefore(tx.now()) ? tx.now() : each.due();
        Cards.Told told = new Cards.Told(of, each, leaves, late);
        RoomId room = each.to().room();
        if (room != null) {
            Language language = settings.language(room);
            return said(room, Cards.told(told, language, settings.zone(of)), language, each);
        }
        PeopleTable.Person person = waiting.person();
        AuthorId account = person == null || person.quiet() ? null : person.account();
        return person == null || account == null
                ? null
                : said(
                        RoomId.privateWith(account),
                        Cards.told(told, person.language(), person.zone()),
                        person.language(),
                        each);
    }

    private static Post said(RoomId room, Document document, Language language, Reminder each) {
        return new Post(room, document, language, null, null, REF + each.id());
    }

    private boolean useless(Tx tx, Reminder each) {
        if (each.isAfterwards()) {
            return false;
        }
        boolean late = each.due().plus(LATE).isBefore(tx.now());
        return !tx.now().isBefore(each.starts())
                || (late && !each.isChange() && tables.reminders().overtaken(tx.read(), each, tx.now()));
    }
}
