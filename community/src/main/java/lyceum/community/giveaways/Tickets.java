package lyceum.community.giveaways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;

/**
 * How many tickets an entry has: those of the plans that somebody has, added up to the cap, and never fewer than everybody's.
 *
 * @param tiers by plan
 */
record Tickets(int base, Map<String, Integer> tiers, int cap) {
    static final Tickets ONE = new Tickets(1, Map.of(), 1);

    Tickets {
        tiers = Map.copyOf(tiers);
    }

    /** As the rules have it. */
    static Tickets of(JsonNode tickets) {
        Map<String, Integer> tiers = new TreeMap<>();
        tickets.path("tiers")
                .properties()
                .forEach(tier -> tiers.put(tier.getKey(), tier.getValue().asInt()));
        int base = tickets.path("base").asInt(1);
        return new Tickets(base, tiers, tickets.path("cap").asInt(base));
    }

    void write(ObjectNode tickets) {
        tickets.put("base", base).put("cap", cap);
        ObjectNode written = tickets.putObject("tiers");
        new TreeMap<>(tiers).forEach(written::put);
    }

    int of(Merits merits) {
        long sum = merits.plans().stream()
                .mapToLong(plan -> tiers.getOrDefault(plan, 0))
                .sum();
        return (int) Math.min(cap, Math.max(base, sum));
    }

    /** As people read it. */
    List<Say> inWords(Map<String, String> titles) {
        List<Say> said = new ArrayList<>();
        said.add(Phrase.of("giveaways.rule-tickets", String.valueOf(base)));
        new TreeMap<>(tiers)
                .forEach((tier, count) -> said.add(
                        Phrase.of("giveaways.rule-tier", titles.getOrDefault(tier, tier), String.valueOf(count))));
        if (tiers.size() > 1) {
            said.add(Phrase.of("giveaways.rule-cap", String.valueOf(cap)));
        }
        return said;
    }
}
