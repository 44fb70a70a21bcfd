package lyceum.web.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;

/** The buttons under a line. */
final class Buttons {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Buttons() {}

    /** The ids of its choices. */
    static Set<String> of(String body) {
        Set<String> ids = new HashSet<>();
        try {
            JSON.readTree(body)
                    .path("buttons")
                    .forEach(button -> ids.add(button.path("id").asText()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line that is not JSON", e);
        }
        return ids;
    }
}
