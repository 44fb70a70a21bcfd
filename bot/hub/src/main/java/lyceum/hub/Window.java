package lyceum.hub;

import java.util.LinkedHashSet;

/**
 * How many requests may be on their way at once to a platform that cannot tell afterwards which of them arrived: so many messages
 * are ambiguous after a crash, and no more. Lane's thread only.
 */
final class Window {
    private static final int SIZE = 4;

    /** Lanes that may have rows to grant, the longest waiting first. A lane without any may stand here too. */
    final LinkedHashSet<RoomLane> hungry = new LinkedHashSet<>();

    int free = SIZE;
}
