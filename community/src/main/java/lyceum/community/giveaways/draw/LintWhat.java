package lyceum.community.giveaways.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What there is to win, for how many. */
final class LintWhat {
    private static final Set<String> FIELDS = Set.of(
            "title",
            "prizes",
            "winners",
            "alternates",
            "opens",
            "closes",
            "eligibility",
            "tickets",
            "beacon",
            "beaconFallback",
            "revealHours",
            "claimHours",
            "excluded",
            "freeEntry");
    private static final Set<String> LANGUAGES = Set.of("en", "zh-Hans");
    private static final int MOST = 10_000;

    private final Lint lint;

    LintWhat(Lint lint) {
        this.lint = lint;
    }

    void run() {
        lint.onlyKnown("", lint.rules(), FIELDS);
        title();
        long prizes = prizes();
        winners(prizes);
        if (!lint.at("alternates").isMissingNode()) {
            lint.whole("alternates", lint.at("alternates"), 0, MOST);
        }
    }

    private void title() {
        if (!lint.needs("title")) {
            return;
        }
        JsonNode title = lint.at("title");
        if (!title.isObject()) {
            lint.fault("type-object", "title");
            return;
        }
        lint.onlyKnown("title", title, LANGUAGES);
        LANGUAGES.stream().sorted().forEach(language -> lint.text("title." + language, title.path(language)));
    }

    /** How many prizes there are; -1 where that cannot be said. */
    private long prizes() {
        JsonNode prizes = lint.at("prizes");
        if (prizes.isMissingNode() || (prizes.isArray() && prizes.isEmpty())) {
            lint.fault("no-prize");
            return -1;
        }
        if (!prizes.isArray()) {
            lint.fault("type-list", "prizes");
            return -1;
        }
        long count = 0;
        Set<String> names = new HashSet<>();
        for (int i = 0; i < prizes.size(); i++) {
            String path = "prizes[" + i + "]";
            JsonNode prize = prizes.get(i);
            if (!prize.isObject()) {
                lint.fault("type-object", path);
                return -1;
            }
            lint.onlyKnown(path, prize, Set.of("name", "count"));
            if (lint.text(path + ".name", prize.path("name"))
                    && !names.add(prize.path("name").asText())) {
                lint.fault("twice", path + ".name", prize.path("name").asText());
            }
            boolean counted = lint.whole(path + ".count", prize.path("count"), 1, MOST);
            count += counted ? prize.path("count").asLong() : 0;
        }
        return count;
    }

    private void winners(long prizes) {
        JsonNode winners = lint.at("winners");
        if (winners.isArray() || winners.isTextual() || winners.isObject()) {
            lint.fault("winners-named", "winners");
            return;
        }
        if (!lint.needs("winners") || !lint.whole("winners", winners, 1, MOST)) {
            return;
        }
        if (prizes > winners.asLong()) {
            lint.fault("more-prizes", String.valueOf(prizes), String.valueOf(winners.asLong()));
        }
    }
}
