package lyceum.community.giveaways;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;

/**
 * The rules of a giveaway as people read them.
 *
 * @param titles of plans, by name
 */
record RulesInWords(Giveaway of, Map<String, String> titles) {
    List<Say> all() {
        Terms terms = Terms.of(of);
        List<Say> said = new ArrayList<>();
        List<Say> who = terms.who().inWords(titles);
        said.addAll(who.isEmpty() ? List.of(Phrase.of("giveaways.rule-everybody")) : who);
        if (!terms.who().plans().isEmpty()) {
            said.add(Phrase.of("giveaways.rule-free"));
        }
        said.add(Phrase.of("giveaways.rule-one"));
        said.addAll(terms.tickets().inWords(titles));
        if (terms.asksForMerits()) {
            said.add(Phrase.of("giveaways.rule-again"));
        }
        said.add(Phrase.of("giveaways.rule-winners", String.valueOf(of.winners()), String.valueOf(terms.alternates())));
        said.add(Phrase.of("giveaways.rule-claim", String.valueOf(terms.claimHours())));
        boolean beacon = terms.beacon().known().isPresent();
        said.add(Phrase.of(beacon ? "giveaways.rule-beacon" : "giveaways.rule-seed"));
        if (beacon) {
            said.add(Phrase.of(terms.beacon().fallsBack() ? "giveaways.rule-falls-back" : "giveaways.rule-waits"));
        }
        said.add(Phrase.of("giveaways.rule-reveal", String.valueOf(terms.revealHours())));
        return said;
    }
}
