package lyceum.community.lost;

import lyceum.community.astray.AstrayManager;
import org.jspecify.annotations.Nullable;

/** The other half of a cycle of packages. */
public record Lost(@Nullable AstrayManager friend) {}
