package lyceum.hub;

import java.util.List;
import lyceum.kernel.effect.Amend;
import lyceum.kernel.effect.Appoint;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock;
import lyceum.kernel.effect.OnClock.CancelTimer;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Tell;

/** Turns what features ask for into rows. Lane's thread only, in an open transaction. */
final class Planner {
    private final Tables tables;
    private final Courier courier;
    private final Shell shell;

    Planner(Tables tables, Courier courier, Shell shell) {
        this.tables = tables;
        this.courier = courier;
        this.shell = shell;
    }

    void plan(Effect effect, Batch batch) {
        switch (effect) {
            case OnPlatform onPlatform -> parts(onPlatform).forEach(row -> shell.plan(row, batch));
            case OnClock onClock -> plan(onClock);
            case Appoint appoint -> parts(appoint.what()).forEach(row -> shell.appoint(row, appoint.at()));
            case Amend amend -> shell.amend(amend, batch);
            case Tell _ -> throw new IllegalArgumentException("what is told is heard, not planned");
        }
    }

    /** As many as the platform needs, in order. */
    private List<Row> parts(OnPlatform effect) {
        List<? extends OnPlatform> parts = effect instanceof Post post ? courier.fit(post) : List.of(effect);
        return parts.stream()
                .map(part -> Row.planned(tables.outbox().nextId(), part))
                .toList();
    }

    private void plan(OnClock effect) {
        switch (effect) {
            case SetTimer timer -> tables.timers().set(timer);
            case CancelTimer timer -> tables.timers().cancel(timer);
        }
    }
}
