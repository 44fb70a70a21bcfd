package lyceum.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.platform.Health;

/**
 * What the pages show.
 *
 * @param community its name
 * @param platforms in the order of the pages; asked at each request, from any thread
 */
public record Status(String community, Map<PlatformName, Supplier<Health>> platforms, List<Gauge> gauges) {
    /** How each platform is doing now, in order. */
    Map<PlatformName, Health> now() {
        Map<PlatformName, Health> now = new LinkedHashMap<>();
        platforms.forEach((name, health) -> now.put(name, health.get()));
        return now;
    }
}
