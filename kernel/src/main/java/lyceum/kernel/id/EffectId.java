package lyceum.kernel.id;

/** The number of an effect in the outbox: unique in an installation, growing in the order of planning, never used again. */
public record EffectId(long value) {}
