package lyceum.community.giveaways;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;

/**
 * The rules of a giveaway, read.
 *
 * @param alternates how many are drawn to step in
 * @param claimHours within which a winner claims
 * @param revealHours after which a draw that did not come is void
 * @param beacon that decides, too
 */
record Terms(Who who, Tickets tickets, int alternates, int claimHours, int revealHours, BeaconSettings beacon) {
    /** Hours to claim and to reveal where rules do not say. */
    static final int HOURS = 48;

    /** Seconds to the beacon where rules do not say. */
    private static final int DELAY = 300;

    /** How long a hub looks for a beacon before it does without, where the rules let it. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether anything of it hangs on what is known of people. */
    boolean asksForMerits() {
        return who.asksForMerits() || !tickets.tiers().isEmpty();
    }

    /** How long after the round it is given up. */
    Duration patience() {
        return beacon.fallsBack() ? PATIENCE : Duration.ofHours(revealHours);
    }

    static Terms of(Giveaway giveaway) {
        try {
            JsonNode rules = JSON.readTree(giveaway.rules());
            return new Terms(
                    Who.of(rules.path("eligibility")),
                    Tickets.of(rules.path("tickets")),
                    rules.path("alternates").asInt(giveaway.winners()),
                    rules.path("claimHours").asInt(HOURS),
                    rules.path("revealHours").asInt(HOURS),
                    new BeaconSettings(
                            rules.at("/beacon/chain").asText(),
                            rules.at("/beacon/delaySeconds").asInt(DELAY),
                            rules.path("beaconFallback").asText().equals("seed-only"),
                            true));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules of giveaway " + giveaway.id() + " are no JSON", e);
        }
    }
}
