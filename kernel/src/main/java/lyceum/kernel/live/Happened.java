package lyceum.kernel.live;

/**
 * One thing that happened in the live rooms, as it is told to all processes.
 *
 * @param number grows for ever; the cursor of who has seen it, in every process the same
 * @param text opaque here
 */
public record Happened(long number, String text) {}
