package lyceum.sandbox.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.sandbox.world.Change;

/** The lines of one trial, known by their marks, and how often each was copied to which place. Any thread. */
final class Copies {
    private final String prefix;
    private final Pattern mark;
    private final int placesEach;
    private final Map<Integer, String> said = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private long lastSeen = System.nanoTime();

    /**
     * @param prefix begins every mark of this trial and no other
     * @param placesEach in how many other places each line shall stand
     */
    Copies(String prefix, int placesEach) {
        this.prefix = prefix;
        this.mark = Pattern.compile(Pattern.quote(prefix) + "([0-9]{2})");
        this.placesEach = placesEach;
    }

    String mark(int line) {
        return prefix + "%02d".formatted(line);
    }

    synchronized void said(int line, String platform) {
        said.put(line, platform);
    }

    synchronized void hear(Change change) {
        if (change.kind() != Change.Kind.POSTED) {
            return;
        }
        Matcher marks = mark.matcher(change.text());
        while (marks.find()) {
            seen.merge(change.platform() + " " + Integer.parseInt(marks.group(1)), 1, Integer::sum);
            lastSeen = System.nanoTime();
        }
    }

    /** Whether copies are still to come, or came so lately that another might follow. */
    synchronized boolean unsettledFor(long nanos) {
        return waiting() > 0 || System.nanoTime() - lastSeen < nanos;
    }

    synchronized Trial.Tally tally(String kind, boolean running) {
        return new Trial.Tally(kind, running, said.size(), delivered(), waiting(), doubled());
    }

    private int waiting() {
        return said.size() * placesEach - delivered();
    }

    private int delivered() {
        return (int) seen.keySet().stream().filter(this::isCopy).count();
    }

    private int doubled() {
        return seen.values().stream().mapToInt(times -> times - 1).sum();
    }

    /** What stands in the place where it was said is no copy. */
    private boolean isCopy(String placeAndLine) {
        int space = placeAndLine.indexOf(' ');
        String platform = said.get(Integer.parseInt(placeAndLine.substring(space + 1)));
        return platform != null && !platform.equals(placeAndLine.substring(0, space));
    }
}
