package lyceum.kernel.live;

/**
 * Something that a viewer at another process said to the hub. It comes again until it is done with.
 *
 * @param ticket names it when it is done with
 * @param process where the viewer is
 * @param text opaque here
 */
public record Word(String ticket, String process, String text) {}
