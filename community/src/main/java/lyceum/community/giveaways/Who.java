package lyceum.community.giveaways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;

/**
 * Who may enter a giveaway: whoever meets all of this.
 *
 * @param plans of which they have one; empty where none is asked for
 * @param memberDays for which they have been here at least
 * @param linked whether they are known in two places
 * @param attended whether they took part in a class
 * @param keyword what they say in one of the rooms, by which they enter; empty where nothing has to be said
 */
record Who(Set<String> plans, int memberDays, boolean linked, boolean attended, String keyword) {
    static final Who EVERYBODY = new Who(Set.of(), 0, false, false, "");

    private static final String PLANS = "plans";
    private static final String DAYS = "memberDays";
    private static final String LINKED = "linked";
    private static final String ATTENDED = "attended";
    private static final String KEYWORD = "keyword";

    Who {
        plans = Set.copyOf(plans);
    }

    /** As the rules have it; what is not there is not asked for. */
    static Who of(JsonNode eligibility) {
        Set<String> plans = new TreeSet<>();
        eligibility.path(PLANS).forEach(plan -> plans.add(plan.asText()));
        return new Who(
                plans,
                eligibility.path(DAYS).asInt(),
                eligibility.path(LINKED).asBoolean(),
                eligibility.path(ATTENDED).asBoolean(),
                eligibility.path(KEYWORD).asText());
    }

    void write(ObjectNode eligibility) {
        if (!plans.isEmpty()) {
            plans.stream().sorted().forEach(eligibility.putArray(PLANS)::add);
        }
        if (memberDays > 0) {
            eligibility.put(DAYS, memberDays);
        }
        if (linked) {
            eligibility.put(LINKED, true);
        }
        if (attended) {
            eligibility.put(ATTENDED, true);
        }
        if (!keyword.isEmpty()) {
            eligibility.put(KEYWORD, keyword);
        }
    }

    /** Whether it takes more than saying a word. */
    boolean asksForMerits() {
        return !plans.isEmpty() || memberDays > 0 || linked || attended;
    }

    /** What somebody lacks, with what would help; nothing lets them in. */
    List<Phrase> lacking(Merits merits, Instant now, Map<String, String> titles) {
        List<Phrase> lacking = new ArrayList<>();
        if (!plans.isEmpty() && merits.plans().stream().noneMatch(plans::contains)) {
            lacking.add(Phrase.of("giveaways.lacks-plan", named(titles)));
        }
        if (merits.days(now) < memberDays) {
            Instant from = merits.since().plus(Duration.ofDays(memberDays));
            lacking.add(Phrase.of("giveaways.lacks-days", String.valueOf(memberDays), Cards.time(from)));
        }
        if (linked && !merits.linked()) {
            lacking.add(Phrase.of("giveaways.lacks-link"));
        }
        if (attended && merits.classes() == 0) {
            lacking.add(Phrase.of("giveaways.lacks-class"));
        }
        return lacking;
    }

    /** As people read it. */
    List<Say> inWords(Map<String, String> titles) {
        List<Say> said = new ArrayList<>();
        if (!plans.isEmpty()) {
            said.add(Phrase.of("giveaways.rule-plans", named(titles)));
        }
        if (memberDays > 0) {
            said.add(Phrase.of("giveaways.rule-days", String.valueOf(memberDays)));
        }
        if (linked) {
            said.add(Phrase.of("giveaways.rule-linked"));
        }
        if (attended) {
            said.add(Phrase.of("giveaways.rule-attended"));
        }
        if (!keyword.isEmpty()) {
            said.add(Phrase.of("giveaways.rule-keyword", keyword));
        }
        return said;
    }

    /** Whether a text says the keyword: Latin words as whole words, in any case; others anywhere. */
    boolean saidIn(String text) {
        return !keyword.isEmpty()
                && Pattern.compile("(?<![\\p{IsLatin}\\p{Nd}])" + Pattern.quote(folded(keyword))
                                + "(?![\\p{IsLatin}\\p{Nd}])")
                        .matcher(folded(text))
                        .find();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private String named(Map<String, String> titles) {
        return plans.stream()
                .sorted()
                .map(plan -> titles.getOrDefault(plan, plan))
                .collect(Collectors.joining(" / "));
    }
}
