package lyceum.web.room;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The live rooms as whoever serves them must know them.
 *
 * @param linesAMinute how much one fan may say
 * @param publicUrl under which browsers reach them, or empty where they do so by a process's own address
 */
record Rooms(List<RoomSettings.Place> places, int linesAMinute, Optional<URI> publicUrl) {
    private static final int FINGERS = 20;

    Rooms {
        places = List.copyOf(places);
    }

    static Rooms of(RoomSettings settings) {
        return new Rooms(settings.places(), settings.linesAMinute(), settings.publicUrl());
    }

    /** What one connection may send for long: twice what one account may say, and never less than people's fingers can. */
    int messagesASecond() {
        return Math.max(FINGERS, 2 * linesAMinute / 60);
    }
}
