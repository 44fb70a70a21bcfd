package lyceum.sandbox.room;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a hub serves its live rooms, as it said itself.
 *
 * @param url of the hub, without a slash at the end
 * @param passes what proves to the hub who somebody is, by name; others come under a name of their own choice
 */
record Address(String url, Map<String, String> passes) {
    URI socket(String room) {
        String path = URLEncoder.encode(room, StandardCharsets.UTF_8).replace("+", "%20");
        return URI.create(url.replaceFirst("^http", "ws") + "/room/" + path + "/socket");
    }
}
