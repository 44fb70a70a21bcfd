package lyceum.community.giveaways;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The rules of a giveaway, read.
 *
 * @param alternates how many are drawn to step in
 * @param claimHours within which a winner claims
 * @param revealHours after which a draw that did not come is void
 */
record Terms(Who who, Tickets tickets, int alternates, int claimHours, int revealHours) {
    /** Hours to claim and to reveal where rules do not say. */
    static final int HOURS = 48;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether anything of it hangs on what is known of people. */
    boolean asksForMerits() {
        return who.asksForMerits() || !tickets.tiers().isEmpty();
    }

    static Terms of(Giveaway giveaway) {
        try {
            JsonNode rules = JSON.readTree(giveaway.rules());
            return new Terms(
                    Who.of(rules.path("eligibility")),
                    Tickets.of(rules.path("tickets")),
                    rules.path("alternates").asInt(giveaway.winners()),
                    rules.path("claimHours").asInt(HOURS),
                    rules.path("revealHours").asInt(HOURS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules of giveaway " + giveaway.id() + " are no JSON", e);
        }
    }
}
