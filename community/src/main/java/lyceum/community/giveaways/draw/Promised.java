package lyceum.community.giveaways.draw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What rules promise about their draw; rules that say nothing promise nothing.
 *
 * @param chain of the beacon, or null
 * @param fallsBack whether the seed alone may do where the beacon does not come
 * @param earliest before which the beacon's round may not come, or null
 * @param fewest names that the ranking holds at least, if there are so many
 * @param most names that it holds at most
 */
record Promised(
        @Nullable String chain, boolean fallsBack, @Nullable Instant earliest, int fewest, int most) {
    /** Seconds from the freeze to the beacon, unless the rules say. */
    static final int DELAY = 300;

    private static final ObjectMapper JSON = new ObjectMapper();

    static Promised by(byte[] rules) {
        JsonNode said;
        try {
            said = JSON.readTree(rules);
        } catch (IOException e) {
            throw new IllegalArgumentException("canonical JSON is JSON", e);
        }
        JsonNode beacon = said.path("beacon");
        int winners = count(said.path("winners"));
        boolean complete = winners > 0 && said.path("alternates").isInt();
        int all = winners + count(said.path("alternates"));
        return new Promised(
                beacon.path("chain").isTextual() ? beacon.path("chain").asText() : null,
                said.path("beaconFallback").asText().equals("seed-only"),
                earliest(said.path("closes").asText(), beacon.path("delaySeconds")),
                all,
                complete ? all : Integer.MAX_VALUE);
    }

    private static int count(JsonNode number) {
        return number.isInt() ? Math.clamp(number.asInt(), 0, Integer.MAX_VALUE / 2) : 0;
    }

    private static @Nullable Instant earliest(String closes, JsonNode delay) {
        try {
            return Instant.parse(closes).plusSeconds(delay.isInt() ? delay.asInt() : DELAY);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
