package lyceum.scheduler.classes;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.scheduler.recurrence.Recurrence;
import lyceum.scheduler.recurrence.Refused;
import lyceum.scheduler.recurrence.Rule;
import lyceum.scheduler.recurrence.Times;

/** Reads what people ask of classes. */
final class Wanted {
    static final String TITLE = "title";
    static final String START = "start";
    static final String ZONE = "zone";
    static final String RULE = "rrule";
    static final String MINUTES = "minutes";
    static final String ID = "id";
    static final String TO = "to";
    static final String DATE = "date";
    static final String BEFORE = "before";
    static final String URL = "url";

    private static final int LONGEST_TITLE = 100;
    private static final int USUAL_MINUTES = 60;
    private static final int MOST_MINUTES = 1_440;
    private static final int MOST_LEADS = 5;
    private static final Duration SHORTEST_GAP = Duration.ofMinutes(15);
    private static final Duration LONGEST_LEAD = Duration.ofDays(7);
    private static final Set<String> NO = Set.of("off", "no", "none", "0", "关", "关闭", "不", "不要", "取消");
    private static final Pattern LEAD =
            Pattern.compile("([0-9]{1,5})\\s*(d|days?|h|hours?|m|min|minutes?|天|日|个?小时|分钟?)");

    private final Times times = new Times();

    /** A class as somebody wants it. */
    record NewClass(String title, Recurrence recurrence, int minutes) {}

    NewClass newClass(Map<String, String> options) throws Refused {
        String title = options.getOrDefault(TITLE, "").replaceAll("\\s+", " ").strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new Refused("title-length", String.valueOf(LONGEST_TITLE));
        }
        ZoneId zone = times.zone(options.getOrDefault(ZONE, ""));
        LocalDateTime start = times.local(options.getOrDefault(START, ""));
        String rule = options.getOrDefault(RULE, "").strip();
        Recurrence recurrence =
                new Recurrence(start, zone, rule.isEmpty() ? null : Rule.parse(rule), Set.of(), Set.of());
        if (recurrence.shortestGap().compareTo(SHORTEST_GAP) < 0) {
            throw new Refused("too-often", String.valueOf(SHORTEST_GAP.toMinutes()));
        }
        return new NewClass(title, recurrence, minutes(options));
    }

    /** How long before, the longest first; empty for no reminders at all. */
    List<Duration> leads(String typed) throws Refused {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return ComerTable.USUAL;
        }
        if (NO.contains(text)) {
            return List.of();
        }
        List<Duration> leads = new ArrayList<>();
        Matcher lead = LEAD.matcher(text);
        int end = 0;
        while (lead.find()) {
            if (!text.substring(end, lead.start()).matches("[\\s,，、和&+]*(and)?\\s*")) {
                break;
            }
            leads.add(duration(Long.parseLong(lead.group(1)), lead.group(2)));
            end = lead.end();
        }
        boolean fits = leads.stream().allMatch(each -> each.isPositive() && each.compareTo(LONGEST_LEAD) <= 0);
        if (end < text.length() || leads.isEmpty() || leads.size() > MOST_LEADS || !fits) {
            throw new Refused("no-lead", Refused.shortened(typed), String.valueOf(MOST_LEADS));
        }
        return leads.stream()
                .distinct()
                .sorted(Comparator.<Duration>naturalOrder().reversed())
                .toList();
    }

    LocalDateTime moment(String typed, LocalTime usual) throws Refused {
        return times.exception(typed, usual);
    }

    static boolean no(String typed) {
        return NO.contains(typed.strip().toLowerCase(Locale.ROOT));
    }

    private static int minutes(Map<String, String> options) throws Refused {
        String typed =
                options.getOrDefault(MINUTES, String.valueOf(USUAL_MINUTES)).strip();
        if (!typed.matches("[0-9]{1,4}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > MOST_MINUTES) {
            throw new Refused("no-minutes", Refused.shortened(typed), String.valueOf(MOST_MINUTES));
        }
        return Integer.parseInt(typed);
    }

    private static Duration duration(long number, String unit) {
        return switch (unit.charAt(0)) {
            case 'd', '天', '日' -> Duration.ofDays(number);
            case 'h', '个', '小' -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
