package lyceum.web.hooks;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a payment service sent. */
final class Delivery {
    private final Map<String, String> headers;
    private final Map<String, String> query;
    private final byte[] body;

    /**
     * @param headers by their names in lower case
     * @param query what stood in the address
     * @param body byte for byte, since signatures are made of it; not to be changed any more
     */
    Delivery(Map<String, String> headers, Map<String, String> query, byte[] body) {
        this.headers = Map.copyOf(headers);
        this.query = Map.copyOf(query);
        this.body = body;
    }

    /** Empty where there is none. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** What stood in the address under this name; empty where nothing did. */
    String asked(String name) {
        return query.getOrDefault(name, "");
    }

    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
