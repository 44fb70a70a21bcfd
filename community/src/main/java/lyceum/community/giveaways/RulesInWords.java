package lyceum.community.giveaways;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;

/** The rules of a giveaway as people read them. */
final class RulesInWords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode rules;

    RulesInWords(Giveaway of) {
        try {
            this.rules = JSON.readTree(of.rules());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules of giveaway " + of.id() + " are no JSON", e);
        }
    }

    List<Say> all() {
        List<Say> said = new ArrayList<>();
        said.add(Phrase.of("giveaways.rule-one"));
        said.add(Phrase.of("giveaways.rule-tickets", rules.at("/tickets/base").asText()));
        said.add(Phrase.of(
                "giveaways.rule-winners",
                rules.path("winners").asText(),
                rules.path("alternates").asText()));
        said.add(Phrase.of("giveaways.rule-claim", rules.path("claimHours").asText()));
        said.add(Phrase.of(rules.path("beacon").isNull() ? "giveaways.rule-seed" : "giveaways.rule-beacon"));
        said.add(Phrase.of("giveaways.rule-reveal", rules.path("revealHours").asText()));
        return said;
    }
}
