package lyceum.kernel.platform;

import java.util.List;
import lyceum.kernel.feature.Completion.Suggestion;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;

/** Where an adapter asks how what somebody types may go on. */
public interface Suggestions {
    /**
     * Blocks for well under a second; what is not found by then is left out. Any thread. Nothing of it is kept.
     *
     * @return the best first; empty where nothing fits, or where that person may not give the command
     */
    List<Suggestion> suggest(Typed typed);

    /**
     * What somebody has typed so far.
     *
     * @param room where they type; of a place that does not tell it, one that they are in
     * @param command its English name; empty where they name none
     * @param option which of its options is typed; empty where they name none
     */
    record Typed(Speaker speaker, RoomId room, String command, String option, String text) {}
}
