package lyceum.hub;

import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock;
import lyceum.kernel.effect.OnClock.CancelTimer;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Tell;
import lyceum.kernel.platform.Platform;

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
            case OnPlatform onPlatform -> plan(onPlatform, batch);
            case OnClock onClock -> plan(onClock);
            case Tell _ -> throw new IllegalArgumentException("what is told is heard, not planned");
        }
    }

    private void plan(OnPlatform effect, Batch batch) {
        Platform platform = courier.platform(effect);
        if (effect instanceof Post post && platform != null) {
            platform.fit(post)
                    .forEach(part -> shell.plan(Row.planned(tables.outbox().nextId(), part), batch));
        } else {
            shell.plan(Row.planned(tables.outbox().nextId(), effect), batch);
        }
    }

    private void plan(OnClock effect) {
        switch (effect) {
            case SetTimer timer -> tables.timers().set(timer);
            case CancelTimer timer -> tables.timers().cancel(timer);
        }
    }
}
