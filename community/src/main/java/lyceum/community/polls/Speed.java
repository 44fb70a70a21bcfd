package lyceum.community.polls;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;

/**
 * How quick somebody answered a quiz.
 *
 * @param took milliseconds from when the question stood before them
 * @param raw milliseconds from when it was asked, which a slow platform makes longer
 * @param points of a right answer; 0 for a wrong one, and in a poll
 */
record Speed(long took, long raw, int points) {
    static final Speed NONE = new Speed(0, 0, 0);

    private static final int MOST = 1_000;
    private static final int LEAST = 500;

    /**
     * The answer of somebody in a room. Whoever reads the question later has no less time for it: time counts from when the card
     * stood in their room, else in the first room of their platform, else from when it was asked.
     *
     * @param stood when each card stood, the first first
     */
    static Speed of(Poll quiz, Map<MessageId, Instant> stood, RoomId room, Answered answered) {
        Instant seen = stood.entrySet().stream()
                .filter(card -> card.getKey().room().equals(room))
                .findFirst()
                .or(() -> stood.entrySet().stream()
                        .filter(card -> card.getKey().room().platform().equals(room.platform()))
                        .findFirst())
                .map(Map.Entry::getValue)
                .orElse(quiz.made());
        long took = millis(seen, answered.at());
        long length = Math.max(1, millis(quiz.made(), quiz.closes()));
        int right = (int) Math.max(LEAST, MOST - (MOST - LEAST) * took / length);
        return new Speed(
                took,
                millis(quiz.made(), answered.at()),
                answered.place() == quiz.terms().answer() ? right : 0);
    }

    /** What was chosen when, by the platform's own time. */
    record Answered(int place, Instant at) {}

    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }
}
