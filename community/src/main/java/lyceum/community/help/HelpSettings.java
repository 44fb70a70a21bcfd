package lyceum.community.help;

import java.util.List;
import lyceum.kernel.id.PlatformName;

/**
 * What Lyceum may tell about this installation.
 *
 * @param name what the hub is called here
 */
public record HelpSettings(String name, List<Joined> joined) {
    public HelpSettings {
        joined = List.copyOf(joined);
    }

    /** Rooms that are joined under one name, by the platforms on which they are. */
    public record Joined(String name, List<PlatformName> platforms) {
        public Joined {
            platforms = List.copyOf(platforms);
        }
    }
}
