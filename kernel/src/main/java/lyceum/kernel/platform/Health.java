package lyceum.kernel.platform;

/**
 * How a platform is doing.
 *
 * @param detail one line in English for whoever runs the hub, without secrets: what is wrong and which click mends it
 */
public record Health(boolean up, String detail) {}
