package lyceum.web.room;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The live rooms and how much may be said in them.
 *
 * @param places the rooms, by names that differ
 * @param key signs the passes of members; 32 bytes or more that nobody else knows
 * @param linesAMinute how much one fan may say; a third of it at once
 * @param comings whether it is told who comes and who leaves
 * @param publicUrl under which browsers reach the hub, or empty where they do so by its own address
 */
@SuppressWarnings("ArrayRecordComponent") // copied on its way in and out
public record RoomSettings(List<Place> places, byte[] key, int linesAMinute, boolean comings, Optional<URI> publicUrl) {
    public RoomSettings {
        places = List.copyOf(places);
        key = key.clone();
        if (key.length < 32) {
            throw new IllegalArgumentException("the key has 32 bytes or more");
        }
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    /**
     * One room.
     *
     * @param name as in its address and its id: {@code class}
     * @param title what people read above it
     * @param player the page of the video, shown inside the room's own, or empty where there is none
     */
    public record Place(String name, String title, Optional<URI> player) {}
}
