package lyceum.sandbox;

import java.nio.file.Path;
import lyceum.sandbox.world.Limits;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is started.
 *
 * @param port the port on 127.0.0.1 for everything but Twitch's chat over TCP; 0 takes a free one
 * @param ircPort the port for Twitch's chat over TCP; 0 takes a free one
 * @param data the folder that keeps the world between two starts, or null to begin anew each time
 */
public record SandboxSettings(
        int port, int ircPort, @Nullable Path data, Limits limits) {

    /** A sandbox on a free port that keeps nothing and holds its clients to the documented rates. */
    public static SandboxSettings passing() {
        return new SandboxSettings(0, 0, null, Limits.DOCUMENTED);
    }

    /** A sandbox on a free port that keeps nothing and lifts the rates. */
    public static SandboxSettings passingWithoutLimits() {
        return new SandboxSettings(0, 0, null, Limits.OFF);
    }
}
