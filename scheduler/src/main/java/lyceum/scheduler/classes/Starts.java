package lyceum.scheduler.classes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import org.jdbi.v3.core.Handle;

/** Tells the rooms that a class begins when the stream goes live: once for each date, however often the stream breaks off. */
final class Starts {
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

    List<Effect> live(Tx tx) {
        List<Effect> effects = new ArrayList<>();
        for (DateTable.Near near : tables.dates().underWay(tx.read(), tx.now(), EARLY)) {
            LiveClass of = tables.classes().find(tx.read(), near.classId()).orElse(null);
            if (of != null && first(tx.write(), near, tx)) {
                for (RoomId room : plans.rooms(of)) {
                    Document news = Document.of(Phrase.of("classes.we-start", Text.of(of.title())));
                    effects.add(new Post(room, news, settings.language(room), null, null, REF));
                }
            }
        }
        return effects;
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
