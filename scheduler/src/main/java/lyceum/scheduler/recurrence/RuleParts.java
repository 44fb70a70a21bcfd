package lyceum.scheduler.recurrence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/** The parts of a rule as they were typed, and which of them is wrong. */
record RuleParts(Map<String, String> parts) {
    private static final List<String> KNOWN = List.of(
            "FREQ",
            "INTERVAL",
            "COUNT",
            "UNTIL",
            "BYSECOND",
            "BYMINUTE",
            "BYHOUR",
            "BYDAY",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYMONTH",
            "BYSETPOS",
            "WKST");
    private static final int LONGEST = 1_000;
    private static final int MOST_INTERVAL = 1_000_000;

    static RuleParts of(String typed) throws Refused {
        String rule = typed.strip().toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "");
        if (rule.length() > LONGEST) {
            throw new Refused("rule-long", String.valueOf(LONGEST));
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : rule.split(";", -1)) {
            String[] pair = part.split("=", 2);
            if (part.isBlank() && !parts.isEmpty()) {
                continue;
            }
            if (pair.length < 2 || !KNOWN.contains(pair[0].strip())) {
                throw new Refused("rule-part", Refused.shortened(part), String.join(", ", KNOWN));
            }
            if (parts.put(pair[0].strip(), pair[1].strip()) != null) {
                throw new Refused("rule-twice", pair[0].strip());
            }
        }
        return new RuleParts(parts).checked();
    }

    OptionalInt count() throws Refused {
        String count = parts.get("COUNT");
        if (count == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(positive("COUNT", count, Integer.MAX_VALUE));
    }

    Optional<Bound> until() throws Refused {
        String until = parts.get("UNTIL");
        return until == null ? Optional.empty() : Optional.of(Times.readBound(until));
    }

    RuleParts withoutEnd() {
        Map<String, String> rest = new LinkedHashMap<>(parts);
        rest.remove("COUNT");
        rest.remove("UNTIL");
        return new RuleParts(rest);
    }

    /** Which part the library does not take, or that they do not go together. */
    Refused explained() {
        for (Map.Entry<String, String> part : withoutEnd().parts.entrySet()) {
            String name = part.getKey();
            String alone = name + "=" + part.getValue();
            String company = name.equals("FREQ") ? "" : ";FREQ=YEARLY";
            String more = name.equals("BYSETPOS") ? ";BYMONTH=1" : "";
            if (!understood(alone + company + more)) {
                return new Refused("rule-value", Refused.shortened(part.getValue()), name);
            }
        }
        return new Refused("rule-together", Refused.shortened(toString()));
    }

    private RuleParts checked() throws Refused {
        if (!parts.containsKey("FREQ")) {
            throw new Refused("rule-freq");
        }
        if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) {
            throw new Refused("rule-two-ends");
        }
        String interval = parts.get("INTERVAL");
        if (interval != null) {
            positive("INTERVAL", interval, MOST_INTERVAL);
        }
        return this;
    }

    private static int positive(String name, String value, int most) throws Refused {
        if (!value.matches("\\+?0*[0-9]{1,10}") || Long.parseLong(value) < 1 || Long.parseLong(value) > most) {
            throw new Refused("rule-value", Refused.shortened(value), name);
        }
        return Integer.parseInt(value);
    }

    private static boolean understood(String rule) {
        try {
            return new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT).getInterval() > 0;
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }
}
