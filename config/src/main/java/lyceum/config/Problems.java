package lyceum.config;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong while the file is read on. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(Spot spot, Reason reason) {
        add(spot.place(), spot.path(), reason);
    }

    void add(Place place, String path, Reason reason) {
        found.add(new Problem(place, path, reason));
    }

    int count() {
        return found.size();
    }

    SettingsRefused refusal() {
        return new SettingsRefused(found);
    }
}
