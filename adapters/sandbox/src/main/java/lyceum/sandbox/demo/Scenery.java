package lyceum.sandbox.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Supplier;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.World;

/**
 * What stands around the people of the demo.
 *
 * @param hub the hub's address without a slash at the end, as it said itself; empty until it has
 */
public record Scenery(World world, Supplier<String> hub) {
    /** Moves this world's time on. */
    void later(Duration by) {
        world.clock().set(world.clock().now().plus(by));
    }

    /** What the hub shows under a number, over the picture and as a page; empty where there is no such page. */
    Stage stage(Scene.Shows shows, String number) {
        String page = shows.page().isEmpty() ? "" : hub.get() + shows.page() + number;
        return new Stage(hub.get() + "/overlay/" + shows.overlay() + "/" + number, page);
    }

    /**
     * What the page's stage shows.
     *
     * @param overlay the address of an overlay of the hub
     * @param page the address of a page that tells more; empty where there is none
     */
    record Stage(String overlay, String page) {
        ObjectNode json() {
            return Json.object().put("overlay", overlay).put("page", page);
        }
    }
}
