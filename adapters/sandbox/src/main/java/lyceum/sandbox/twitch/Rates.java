package lyceum.sandbox.twitch;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import lyceum.sandbox.world.RequestLog;
import lyceum.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/**
 * How fast an account may speak and enter: 20 lines in 30 s, 100 for who moderates; others wait a second between two lines and do not repeat
 * themselves within 30 s. Who speaks faster is not heard for half an hour.
 */
final class Rates {
    private static final int OF_VIEWERS = 20;
    private static final int OF_MODERATORS = 100;
    private static final long SPAN = 30_000;
    private static final long SLOW = 1_000;
    private static final long MUTED = 30 * 60_000L;
    private static final int JOINS = 20;
    private static final long JOINS_SPAN = 10_000;

    private final World world;
    private final RequestLog log;
    private final Map<String, Pace> paces = new HashMap<>();
    private final Map<String, ArrayDeque<Long>> joins = new HashMap<>();
    private final Map<String, Long> told = new HashMap<>();

    Rates(World world, RequestLog log) {
        this.world = world;
        this.log = log;
    }

    private static final class Pace {
        private final ArrayDeque<Long> spoken = new ArrayDeque<>();
        private String text = "";
        private long mutedUntil;
    }

    /** Counts a line, or says why it is dropped. */
    synchronized Speaking.Said.@Nullable Dropped speaking(Account account, String text) {
        if (!world.limited()) {
            return null;
        }
        long now = world.clock().millis();
        Pace pace = paces.computeIfAbsent(account.id(), _ -> new Pace());
        forget(pace.spoken, now, SPAN);
        boolean moderates = Channel.moderates(account);
        if (now < pace.mutedUntil || pace.spoken.size() >= (moderates ? OF_MODERATORS : OF_VIEWERS)) {
            pace.mutedUntil = Math.max(pace.mutedUntil, now + MUTED);
            log.brokenLimit();
            return dropped("msg_ratelimit", "you are sending messages too quickly.", true);
        }
        if (!moderates && !pace.spoken.isEmpty()) {
            if (now - pace.spoken.getLast() < SLOW) {
                log.brokenLimit();
                return dropped("msg_slowmode", "this room is in slow mode. Talk again in 1 seconds.", true);
            }
            if (pace.text.equals(text)) {
                return dropped(
                        "msg_duplicate",
                        "it is identical to the previous one you sent, less than 30 seconds ago.",
                        false);
            }
        }
        pace.spoken.add(now);
        pace.text = text;
        return null;
    }

    /** Counts an entry into a room, or answers false: 20 in 10 s. */
    synchronized boolean joining(String nick) {
        if (!world.limited()) {
            return true;
        }
        long now = world.clock().millis();
        ArrayDeque<Long> joined = joins.computeIfAbsent(nick, _ -> new ArrayDeque<>());
        forget(joined, now, JOINS_SPAN);
        if (joined.size() >= JOINS) {
            log.brokenLimit();
            return false;
        }
        joined.add(now);
        return true;
    }

    /** What was before the span, or after a clock that was set back. */
    private static void forget(ArrayDeque<Long> times, long now, long span) {
        while (!times.isEmpty() && (times.element() <= now - span || times.element() > now)) {
            times.poll();
        }
    }

    private static Speaking.Said.Dropped dropped(String code, String why, boolean rate) {
        return new Speaking.Said.Dropped(code, "Your message was not sent because " + why, rate);
    }

    /** Begins a wait that a 429 announced, and answers its end in Unix seconds. */
    synchronized long tell(String token, double seconds) {
        long until = (world.clock().millis() + (long) (seconds * 1000) + 999) / 1000;
        told.put(token, until);
        return until;
    }

    /** The end of a wait that still runs, in Unix seconds, or 0; a request within it broke a limit. */
    synchronized long waiting(String token) {
        long until = told.getOrDefault(token, 0L);
        if (until * 1000 <= world.clock().millis()) {
            told.remove(token);
            return 0;
        }
        log.brokenLimit();
        return until;
    }
}
