package lyceum.hub;

import lyceum.kernel.effect.OnAccess;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.id.EffectId;

/**
 * An effect on its way out, as it stands in the outbox.
 *
 * @param lane the ordered lane it belongs to
 * @param attempts tries that ended without an outcome
 * @param unclear whether one of those tries may stand: to be settled before the next, or, where that is impossible, to be flagged
 */
record Row(EffectId id, String lane, OnPlatform effect, int attempts, boolean unclear) {
    static Row planned(EffectId id, OnPlatform effect) {
        return new Row(id, laneOf(effect), effect, 0, false);
    }

    /** After a try that ended without an outcome. */
    Row tried(boolean nowUnclear) {
        return new Row(id, lane, effect, attempts + 1, nowUnclear);
    }

    Row unclear(boolean nowUnclear) {
        return new Row(id, lane, effect, attempts, nowUnclear);
    }

    /** Effects on one room share a lane; answers to commands have a lane of their own, so that they never wait behind a backlog. */
    static String laneOf(OnPlatform effect) {
        return effect instanceof OnPlatform.Respond
                ? effect.room() + "/answers"
                : effect.room().toString();
    }

    /** Whether doing it a second time would show a second time. */
    boolean repeats() {
        return switch (effect) {
            case OnPlatform.Post _, OnPlatform.Respond _ -> true;
            case OnPlatform.Edit _, OnPlatform.Delete _, OnAccess _ -> false;
        };
    }
}
