package lyceum.config;

/**
 * One thing that is wrong with the settings.
 *
 * @param path the keys that lead to it, as {@code bridge.links[0].name}; empty for the file as a whole
 */
public record Problem(Place place, String path, Reason reason) implements Comparable<Problem> {
    /** One line {@code FILE:LINE:COLUMN: PATH: REASON} for people. */
    public String line(Tongue tongue) {
        return place + ": " + (path.isEmpty() ? "" : path + ": ") + tongue.say(reason);
    }

    @Override
    public int compareTo(Problem other) {
        return place.compareTo(other.place);
    }
}
