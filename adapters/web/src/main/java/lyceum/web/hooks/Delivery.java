package lyceum.web.hooks;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a payment service sent.
 *
 * @param headers by their names in lower case
 * @param query what stood in the address
 * @param body byte for byte: signatures are made of it
 */
record Delivery(Map<String, String> headers, Map<String, String> query, byte[] body) {
    Delivery {
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }

    /** Empty where there is none. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
