package lyceum.scheduler.classes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Place.StreamChanged;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import org.jdbi.v3.core.Handle;

/**
 * Tells the rooms that a class begins, once for each date, however often the stream breaks off: when the stream goes live around the
 * start, or at the start where it runs already. Where it does not, the rooms read that the class is late.
 */
final class Starts {
    /** So long after its start a class is late. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final Duration EARLY = Duration.ofMinutes(30);
    private static final String REF = Classes.NAME + ":started";

    private final ClassesSettings settings;
    private final Tables tables;
    private final Plans plans;

    Starts(ClassesSettings settings, Tables tables, Plans plans) {
        this.settings = settings;
        this.tables = tables;
        this.plans = plans;
    }

    /** A stream goes live, or ends. */
    List<Effect> changed(Tx tx, StreamChanged changed) {
        tx.write()
                .execute(
                        "insert into classes_stream (room, live, at) values (?, ?, ?)"
                                + " on conflict (room) do update set live = excluded.live, at = excluded.at",
                        changed.room().toString(),
                        changed.live() ? 1 : 0,
                        tx.now().toEpochMilli());
        List<Effect> effects = new ArrayList<>();
        if (changed.live()) {
            tables.dates().underWay(tx.read(), tx.now(), EARLY).forEach(near -> effects.addAll(begins(tx, near)));
        }
        return effects;
    }

    /** The time of a start has come: if a stream runs, the class begins. */
    List<Effect> due(Tx tx, DateTable.Near near) {
        return live(tx.read()) ? begins(tx, near) : List.of();
    }

    /** The start was a while ago: where no stream runs, the rooms are told; a community without a stream has nothing to wait for. */
    List<Effect> late(Tx tx, DateTable.Near near) {
        Optional<LiveClass> of = tables.classes().find(tx.read(), near.classId());
        boolean streams = settings.rooms().stream()
                .anyMatch(room -> room.platform().value().equals("twitch"));
        return of.isEmpty() || !streams || live(tx.read()) || started(tx.read(), near)
                ? List.of()
                : tell(of.get(), "classes.we-are-late");
    }

    private List<Effect> begins(Tx tx, DateTable.Near near) {
        Optional<LiveClass> of = tables.classes().find(tx.read(), near.classId());
        return of.isPresent() && first(tx.write(), near, tx) ? tell(of.get(), "classes.we-start") : List.of();
    }

    private List<Effect> tell(LiveClass of, String phrase) {
        List<Effect> effects = new ArrayList<>();
        for (RoomId room : plans.rooms(of)) {
            Document news = Document.of(Phrase.of(phrase, Text.of(of.title())));
            effects.add(new Post(room, news, settings.language(room), null, null, REF));
        }
        return effects;
    }

    private static boolean live(Handle read) {
        return read.createQuery("select count(*) from classes_stream where live = 1")
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static boolean started(Handle read, DateTable.Near near) {
        return read.createQuery("select count(*) from classes_started where class = ? and planned = ?")
                        .bind(0, near.classId())
                        .bind(1, near.planned().toString())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static boolean first(Handle write, DateTable.Near near, Tx tx) {
        return write.execute(
                        "insert into classes_started (class, planned, at) values (?, ?, ?) on conflict do nothing",
                        near.classId(),
                        near.planned().toString(),
                        tx.now().toEpochMilli())
                > 0;
    }
}
