package lyceum.community.giveaways;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.person.Language;

/** What a creator gives away, to whom and on which terms, as the options of the command say. */
record Offer(String prize, int winners, Duration open, Terms terms, List<Language> languages, boolean draft) {
    static final String PRIZE = "prize";
    static final String INSTEAD = "instead";

    /** In the order in which they are typed. */
    static final List<String> OPTIONS = List.of(
            PRIZE,
            "winners",
            "minutes",
            "who",
            "days",
            "keyword",
            "tickets",
            "cap",
            "alternates",
            "claim-hours",
            "beacon",
            "languages",
            "draft",
            INSTEAD);

    /** What can be said where not everything can. */
    static final Map<String, List<String>> VALUES = Map.of(
            "beacon", List.of("yes", "no"), "languages", List.of("en", "zh", "both"), "draft", List.of("yes", "no"));

    private static final int LONGEST_PRIZE = 100;
    private static final int LONGEST_KEYWORD = 40;
    private static final int MOST_WINNERS = 100;
    private static final int MOST_MINUTES = 60 * 24 * 60;
    private static final int USUAL_MINUTES = 60;
    private static final int MOST_DAYS = 3650;
    private static final int MOST_TICKETS = 1000;
    private static final int MOST_HOURS = 365 * 24;
    private static final Pattern TIER = Pattern.compile("(.+?)\\s*[=:：＝ ]\\s*([0-9]{1,6})");

    static Offer of(Asker asker, GiveawaysSettings settings) throws Refused {
        Map<String, String> titles = settings.plans();
        String prize = asker.option(PRIZE);
        if (prize.isEmpty() || prize.length() > LONGEST_PRIZE) {
            throw new Refused("prize-length", LONGEST_PRIZE);
        }
        List<String> names = Giveaway.names(prize);
        if (names.size() > Language.values().length || names.stream().anyMatch(String::isEmpty)) {
            throw new Refused("prize-names");
        }
        int winners = asker.number("winners", 1, 1, MOST_WINNERS);
        int minutes = asker.number("minutes", USUAL_MINUTES, 1, MOST_MINUTES);
        Terms terms = new Terms(
                who(asker, titles),
                tickets(asker, titles),
                asker.number("alternates", winners, 0, MOST_WINNERS),
                asker.number("claim-hours", Terms.HOURS, 1, MOST_HOURS),
                Terms.HOURS,
                beacon(asker.option("beacon"), settings.beacon()));
        return new Offer(
                prize,
                winners,
                Duration.ofMinutes(minutes),
                terms,
                languages(asker.option("languages")),
                yes(asker.option("draft"), false));
    }

    private static List<Language> languages(String said) {
        return switch (said) {
            case "en" -> List.of(Language.EN);
            case "zh" -> List.of(Language.ZH);
            case "both" -> List.of(Language.EN, Language.ZH);
            default -> List.of();
        };
    }

    private static BeaconSettings beacon(String said, BeaconSettings known) throws Refused {
        if (!yes(said, known.usual())) {
            return BeaconSettings.NONE;
        }
        if (known.known().isEmpty()) {
            throw new Refused("no-beacon");
        }
        return known;
    }

    private static boolean yes(String said, boolean usual) {
        return said.isEmpty() ? usual : said.equals("yes");
    }

    /** Words divided by commas: {@code linked}, {@code attended}, {@code subscribers} for any plan, or plans by name. */
    private static Who who(Asker asker, Map<String, String> titles) throws Refused {
        Set<String> plans = new HashSet<>();
        boolean linked = false;
        boolean attended = false;
        for (String word : divided(asker.option("who"))) {
            switch (word.toLowerCase(Locale.ROOT)) {
                case "everybody", "所有人" -> {}
                case "linked", "已绑定" -> linked = true;
                case "attended", "上过课" -> attended = true;
                case "subscribers", "订阅者" -> plans.addAll(any(titles));
                default -> plans.add(plan(word, titles));
            }
        }
        String keyword = asker.option("keyword");
        if (keyword.length() > LONGEST_KEYWORD) {
            throw new Refused("keyword-length", LONGEST_KEYWORD);
        }
        return new Who(plans, asker.number("days", 0, 0, MOST_DAYS), linked, attended, keyword);
    }

    /** As {@code vip=5, subscriber=3}; who has no plan has one. */
    private static Tickets tickets(Asker asker, Map<String, String> titles) throws Refused {
        Map<String, Integer> tiers = new TreeMap<>();
        int most = 1;
        for (String said : divided(asker.option("tickets"))) {
            Matcher tier = TIER.matcher(said);
            if (!tier.matches()) {
                throw new Refused("no-tickets", said, MOST_TICKETS);
            }
            int count = Integer.parseInt(tier.group(2));
            if (count < 1 || count > MOST_TICKETS) {
                throw new Refused("no-tickets", said, MOST_TICKETS);
            }
            tiers.put(plan(tier.group(1), titles), count);
            most = Math.max(most, count);
        }
        return new Tickets(1, tiers, asker.number("cap", most, most, MOST_TICKETS));
    }

    private static List<String> divided(String said) {
        return Arrays.stream(said.split("[,，、;；]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<String> any(Map<String, String> titles) throws Refused {
        if (titles.isEmpty()) {
            throw new Refused("no-plans");
        }
        return titles.keySet();
    }

    private static String plan(String word, Map<String, String> titles) throws Refused {
        Optional<String> plan = titles.entrySet().stream()
                .filter(each ->
                        each.getKey().equalsIgnoreCase(word) || each.getValue().equalsIgnoreCase(word))
                .map(Map.Entry::getKey)
                .findFirst();
        return plan.orElseThrow(() -> titles.isEmpty()
                ? new Refused("no-plans")
                : new Refused(
                        "no-plan",
                        word,
                        String.join(", ", titles.keySet().stream().sorted().toList())));
    }
}
