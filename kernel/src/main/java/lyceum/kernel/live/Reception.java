package lyceum.kernel.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The end of a process that serves viewers: it hears what happened, and passes on what viewers say. Calls other than {@link #say} may
 * block for some seconds and may throw {@link CutOff}, after which the same call may be made again.
 */
public interface Reception extends AutoCloseable {
    /** What the hub said about itself; empty where there never was one. */
    Optional<About> about();

    /** What happened last, in order. */
    List<Happened> newest(int most);

    /** What happened after this number, in order, as far back as it is kept. */
    List<Happened> after(long number, int most);

    /** What is new after this mark; nothing new after {@code wait}. One thread. */
    Heard hear(Mark after, Duration wait);

    /**
     * Passes on what a viewer said, in order and at least once, as soon as that is possible. Never blocks; any thread.
     *
     * @return false where too much is waiting already, and it is lost
     */
    boolean say(String text);

    @Override
    void close();

    /**
     * The hub as this process must know it.
     *
     * @param era changes when the numbers begin anew, so that no cursor of before means anything
     */
    record About(String era, String text) {}

    /** How far a process has heard: the number of a record, and where it is among signals and replies. */
    record Mark(long record, String signal, String reply) {
        /** Everything up to this record is known, and of signals and replies nothing. */
        public static Mark at(long record) {
            return new Mark(record, "0-0", "0-0");
        }
    }

    /**
     * What is new, to be taken in this order: records, signals, replies.
     *
     * @param next the mark to go on from
     * @param era as in {@link About}
     * @param hub whether the hub is there
     */
    record Heard(
            List<Happened> records, List<String> signals, List<String> replies, Mark next, String era, boolean hub) {}
}
