package lyceum.kernel.id;

/** A person of the community, whatever accounts they have. */
public record MemberId(long value) {}
