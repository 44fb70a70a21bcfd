package lyceum.hub;

import java.util.List;
import lyceum.kernel.effect.DecideHold;
import lyceum.kernel.effect.OnAccess;
import lyceum.kernel.effect.OnMoney;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Pin;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.effect.Schedule;
import lyceum.kernel.id.EffectId;
import lyceum.kernel.id.RoomId;

/**
 * An effect on its way out, as it stands in the outbox.
 *
 * @param lane the ordered lane it belongs to
 * @param attempts tries that ended without an outcome
 * @param unclear whether one of those tries may stand: to be settled before the next, or, where that is impossible, to be flagged
 * @param together the rows that go out as this one message, in order; empty where it stands for itself
 */
record Row(EffectId id, String lane, OnPlatform effect, int attempts, boolean unclear, List<Row> together) {
    /** What stands behind the room in the names of its further lanes. */
    static final String EARLIER = "/earlier";

    static final String PAYMENTS = "/payments";
    static final String SCHEDULE = "/schedule";
    /** A number follows these. */
    private static final String LOOKS = "/looks/";

    private static final String ANSWERS = "/answers/";

    private static final int SIDE_BY_SIDE = 8;
    private static final int LOOKING = 4;

    Row(EffectId id, String lane, OnPlatform effect, int attempts, boolean unclear) {
        this(id, lane, effect, attempts, unclear, List.of());
    }

    static Row planned(EffectId id, OnPlatform effect) {
        return new Row(id, laneOf(effect), effect, 0, false);
    }

    /** Rows of one lane that were never tried, as the one message that says what they say. */
    static Row together(List<Row> rows, Post merged) {
        return new Row(rows.getFirst().id, rows.getFirst().lane, merged, 0, false, List.copyOf(rows));
    }

    /** Each row that goes out with it, as it is by now; itself where it stands for itself. */
    List<Row> apart() {
        return together.isEmpty()
                ? List.of(this)
                : together.stream()
                        .map(row -> new Row(row.id, lane, row.effect, attempts, unclear))
                        .toList();
    }

    /** After a try that ended without an outcome. */
    Row tried(boolean nowUnclear) {
        return new Row(id, lane, effect, attempts + 1, nowUnclear, together);
    }

    /** The same place in the outbox, with other words. */
    Row saying(OnPlatform other) {
        return new Row(id, lane, other, attempts, unclear);
    }

    Row unclear(boolean nowUnclear) {
        return new Row(id, lane, effect, attempts, nowUnclear, together);
    }

    /**
     * Effects on one room share a lane. Answers to commands and to those who pay, looks at who is in, what was said long ago, and what is
     * coming up have lanes of their own: the first never wait behind a backlog, nothing waits behind the others. What answers one
     * question is in order; different questions are answered side by side, so that a thousand who press a button at once are answered
     * in time.
     */
    static String laneOf(OnPlatform effect) {
        return switch (effect) {
            case OnPlatform.Respond respond ->
                respond.room() + ANSWERS + Math.floorMod(respond.reply().value().hashCode(), SIDE_BY_SIDE);
            case OnMoney.DecidePayment decision -> decision.room() + PAYMENTS;
            case OnAccess.Inspect look ->
                look.room() + LOOKS + Math.floorMod(look.account().hashCode(), LOOKING);
            case Schedule schedule -> schedule.room() + SCHEDULE;
            case OnPlatform.Post post when post.said() != null -> earlier(post.room());
            case OnPlatform.Post _,
                    OnPlatform.Edit _,
                    OnPlatform.Delete _,
                    OnPlatform.React _,
                    OnPlatform.OpenThread _,
                    OnPlatform.ChangeThread _,
                    OnAccess _,
                    OnMoney.Offer _,
                    DecideHold _,
                    Pin _,
                    Restrict _ -> effect.room().toString();
        };
    }

    /** The lane of what was said long ago. */
    static String earlier(RoomId room) {
        return room + EARLIER;
    }

    /** Whether doing it a second time would show a second time, among what people say. */
    boolean repeats() {
        return switch (effect) {
            case OnPlatform.Post _, OnPlatform.Respond _, OnMoney.Offer _ -> true;
            case OnPlatform.Edit _,
                    OnPlatform.Delete _,
                    OnPlatform.React _,
                    OnPlatform.OpenThread _,
                    OnPlatform.ChangeThread _,
                    OnAccess _,
                    OnMoney.DecidePayment _,
                    DecideHold _,
                    Pin _,
                    Schedule _,
                    Restrict _ -> false;
        };
    }
}
