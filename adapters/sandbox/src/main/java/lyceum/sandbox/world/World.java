package lyceum.sandbox.world;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What all platforms of one sandbox share.
 *
 * @param data the folder in which the world is kept, or null when it ends with the process
 */
public record World(
        WorldClock clock,
        People people,
        Feed feed,
        Typists typists,
        Limits limits,
        @Nullable Path data) {

    /** A world at the machine's time, with the people it had when it was last closed. */
    public static World open(Limits limits, @Nullable Path data) {
        WorldClock clock = new WorldClock();
        People people = People.open(Chronicle.open(data, "people"));
        return new World(clock, people, new Feed(), new Typists(clock), limits, data);
    }

    /** The chronicle of one platform; the caller closes it. */
    public Chronicle chronicle(String platform) {
        return Chronicle.open(data, platform);
    }

    public boolean limited() {
        return limits == Limits.DOCUMENTED;
    }
}
