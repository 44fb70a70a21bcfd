package lyceum.kernel.person;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** The time zones of the IANA database, and what somebody probably meant who wrote something else. */
public final class Zones {
    private static final int SUGGESTIONS = 3;
    private static final String UTC = "UTC";

    private final Map<String, String> byKey = new TreeMap<>();
    private final Map<String, String> cities = new TreeMap<>();

    public Zones() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            byKey.put(key(id), id);
        }
        byKey.put(key(UTC), UTC);
        Properties known = cities();
        known.forEach((city, zone) -> cities.put(key((String) city), (String) zone));
    }

    /** The zone of this name, in whatever letter case; spaces may stand for underscores. */
    public Optional<ZoneId> find(String typed) {
        return Optional.ofNullable(byKey.get(key(typed))).map(ZoneId::of);
    }

    /** One to three zones, the likeliest first: the city's own, those whose name holds what was typed, the fewest typing errors. */
    public List<ZoneId> nearest(String typed) {
        String wanted = key(typed);
        Set<String> found = new LinkedHashSet<>();
        Optional.ofNullable(cities.get(city(wanted))).ifPresent(found::add);
        List<String> places = new ArrayList<>(byKey.values());
        places.removeIf(id -> !id.contains("/") || id.startsWith("Etc/") || id.startsWith("SystemV/"));
        places.sort(Comparator.comparingInt((String id) -> distance(wanted, key(id)))
                .thenComparing(Comparator.naturalOrder()));
        places.stream()
                .filter(id -> distance(wanted, key(id)) <= wanted.length() / 3)
                .limit(SUGGESTIONS)
                .forEach(found::add);
        List<String> likely = found.isEmpty() ? places : List.copyOf(found);
        return likely.stream().limit(SUGGESTIONS).map(ZoneId::of).toList();
    }

    private static int distance(String wanted, String zone) {
        String city = city(zone);
        if (city.equals(wanted)) {
            return -2;
        }
        if (!wanted.isEmpty() && zone.contains(wanted)) {
            return -1;
        }
        return Math.min(edits(wanted, city), edits(wanted, zone));
    }

    private static String city(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1);
    }

    /** The Levenshtein distance: how many letters must be added, taken away or changed. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Collections.min(List.of(changed, row[j] + 1, row[j - 1] + 1));
            }
        }
        return row[b.length()];
    }

    private static String key(String typed) {
        String key = typed.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        return key.substring(0, Math.min(key.length(), 64));
    }

    private static Properties cities() {
        Properties cities = new Properties();
        try (InputStream in = Zones.class.getResourceAsStream("cities.properties")) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: cities.properties is missing");
            }
            cities.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return cities;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
