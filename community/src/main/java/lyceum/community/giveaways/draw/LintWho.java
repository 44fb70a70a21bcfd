package lyceum.community.giveaways.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Who may enter, with how many tickets. */
final class LintWho {
    /** Words of eligibility that would let in nobody but people named in the rules. */
    private static final Set<String> NAMING =
            Set.of("accounts", "members", "names", "only", "people", "persons", "users", "winner", "winners");

    private final Lint lint;

    LintWho(Lint lint) {
        this.lint = lint;
    }

    void run() {
        eligibility();
        tickets();
        excluded();
        JsonNode free = lint.at("freeEntry");
        if (!free.isMissingNode() && !free.isBoolean()) {
            lint.fault("type-boolean", "freeEntry");
        } else if (!free.asBoolean()) {
            lint.fault("purchase");
        }
    }

    private void eligibility() {
        JsonNode eligibility = lint.at("eligibility");
        if (eligibility.isMissingNode()) {
            return;
        }
        if (!eligibility.isObject()) {
            lint.fault("type-object", "eligibility");
            return;
        }
        eligibility.fieldNames().forEachRemaining(field -> {
            JsonNode value = eligibility.path(field);
            if (NAMING.contains(field) && (value.isArray() || value.isTextual())) {
                lint.fault("winners-named", "eligibility." + field);
            }
        });
    }

    private void tickets() {
        JsonNode tickets = lint.at("tickets");
        if (tickets.isMissingNode()) {
            lint.fault("no-cap");
            return;
        }
        if (!tickets.isObject()) {
            lint.fault("type-object", "tickets");
            return;
        }
        lint.onlyKnown("tickets", tickets, Set.of("base", "tiers", "cap"));
        JsonNode cap = tickets.path("cap");
        if (cap.isMissingNode() || cap.isNull()) {
            lint.fault("no-cap");
        }
        boolean capped = !cap.isMissingNode() && !cap.isNull() && lint.whole("tickets.cap", cap, 1, Integer.MAX_VALUE);
        long most = capped ? cap.asLong() : Integer.MAX_VALUE;
        tier("tickets.base", tickets.path("base"), most);
        JsonNode tiers = tickets.path("tiers");
        if (!tiers.isMissingNode() && !tiers.isObject()) {
            lint.fault("type-object", "tickets.tiers");
            return;
        }
        tiers.fieldNames().forEachRemaining(name -> tier("tickets.tiers." + name, tiers.path(name), most));
    }

    private void tier(String path, JsonNode count, long most) {
        if (lint.whole(path, count, 1, Integer.MAX_VALUE) && count.asLong() > most) {
            lint.fault("over-cap", path, count.asText(), String.valueOf(most));
        }
    }

    private void excluded() {
        JsonNode excluded = lint.at("excluded");
        if (excluded.isMissingNode()) {
            return;
        }
        if (!excluded.isArray()) {
            lint.fault("type-list", "excluded");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < excluded.size(); i++) {
            String path = "excluded[" + i + "]";
            if (lint.text(path, excluded.get(i)) && !seen.add(excluded.get(i).asText())) {
                lint.fault("twice", path, excluded.get(i).asText());
            }
        }
    }
}
