package lyceum.kernel.platform;

import lyceum.kernel.document.Say;

/**
 * How a platform is doing.
 *
 * @param detail one line for whoever runs the hub, without secrets: what is wrong and which click mends it; empty where there is
 *     nothing to add
 */
public record Health(boolean up, Say detail) {}
