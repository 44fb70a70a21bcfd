package lyceum.program.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much a platform lets through, as it documents it: so many messages in any stretch of so long. The hub's side keeps a little
 * below it, as the adapters do; the platform's side counts what breaks it. One thread at a time.
 *
 * @param longest how many characters a message may have
 */
record Rate(int most, Duration span, int longest, Deque<Instant> sent) {
    /** By how much the hub's side counts a stretch as longer. */
    private static final Duration MARGIN = Duration.ofMillis(400);

    private static final int WITHOUT = Integer.MAX_VALUE;

    static Rate of(int most, Duration span, int longest) {
        return new Rate(most, span, longest, new ArrayDeque<>());
    }

    static Rate without(int longest) {
        return of(WITHOUT, Duration.ZERO, longest);
    }

    /** How long the hub's side waits before the next; zero means now. */
    Duration ask(Instant now) {
        Instant from = now.minus(span).minus(MARGIN);
        long within = sent.stream().filter(at -> at.isAfter(from)).count();
        if (within < most) {
            return Duration.ZERO;
        }
        Instant first = sent.stream().skip(sent.size() - most).findFirst().orElse(now);
        return Duration.between(from, first);
    }

    /** Whether the platform lets one more through now, which it counts. */
    boolean lets(Instant now) {
        if (most == WITHOUT) {
            return true;
        }
        sent.removeIf(at -> !at.isAfter(now.minus(span).minus(MARGIN)));
        long within = sent.stream().filter(at -> at.isAfter(now.minus(span))).count();
        sent.addLast(now);
        return within < most;
    }
}
