package lyceum.kernel.effect;

import org.jspecify.annotations.Nullable;

/** The name and picture under which a message of somebody else is repeated. */
public record Voice(String name, @Nullable String avatar) {}
