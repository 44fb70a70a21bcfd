package lyceum.hub;

import java.time.Duration;
import java.util.List;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * How the hub keeps house.
 *
 * @param journalKept for how long the journal keeps what was said
 * @param alertRooms where the moderators are told what the hub cannot mend by itself
 * @param language in which they are told
 */
public record HubSettings(Duration journalKept, List<RoomId> alertRooms, Language language) {
    public HubSettings {
        alertRooms = List.copyOf(alertRooms);
    }

    public static HubSettings defaults() {
        return new HubSettings(Duration.ofDays(90), List.of(), Language.EN);
    }
}
