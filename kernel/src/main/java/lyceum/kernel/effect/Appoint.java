package lyceum.kernel.effect;

import java.time.Instant;

/**
 * Lets an effect go at an instant: it is as durable as any other at once, waits in the hub, and leaves then; without delay where the
 * instant is past. In its room it stands behind what was asked for before that instant.
 */
public record Appoint(OnPlatform what, Instant at) implements Effect {}
