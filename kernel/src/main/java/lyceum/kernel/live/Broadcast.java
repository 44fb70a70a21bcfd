package lyceum.kernel.live;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * The hub's end of what joins it with the processes that serve viewers: it tells them what happened, and hears what viewers say.
 * Every call may block for some seconds and may throw {@link CutOff}; after one, {@link #begin} comes before anything else. {@link #take}
 * is called by one thread, everything else by one other.
 */
public interface Broadcast extends AutoCloseable {
    /**
     * Takes the place of the hub.
     *
     * @param hub the same at each start of one hub, and another's at no time
     * @param newest the highest number that this hub ever gave; records of another hub, or above this number, are of another past and go
     * @param about what processes must know before they can serve anybody; opaque here
     * @return the number of the newest record that stands, 0 for none
     */
    long begin(String hub, long newest, String about);

    /**
     * Tells all processes what happened; each record once, in order of their numbers, all above those that stand.
     *
     * @param gone numbers of earlier records whose words shall be read by nobody any more
     */
    void publish(List<Happened> records, List<Long> gone);

    /** Forgets what has a lower number. */
    void trim(long before);

    /** Tells something of the moment, which is kept for nobody who comes much later; opaque here. */
    void signal(List<String> texts);

    /** Says these in order, and is done with the words that they answer. */
    void reply(List<Reply> replies);

    /** Says that the hub is there; to be called each second. */
    void beat();

    /** Which of these processes have not been heard of for some ten seconds. */
    List<String> silent(Collection<String> processes);

    /**
     * What viewers said, in order; nothing after {@code wait} without a word.
     *
     * @param again begins with all words that were taken before and are not done with
     */
    List<Word> take(boolean again, Duration wait);

    @Override
    void close();
}
