package lyceum.scheduler.calendar;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.IntStream;

/** A yearly change of clocks as a rule of RFC 5545: the second Sunday of March is {@code BYMONTH=3;BYDAY=2SU}. */
final class YearlyChange {
    private static final int YEARS_TRIED = 28;
    private static final int DAYS = 7;

    private YearlyChange() {}

    /** Whether from this year on a zone has no other changes than yearly ones that can be said so. */
    static boolean areAllOf(ZoneRules rules, int year) {
        List<ZoneOffsetTransition> single = rules.getTransitions();
        boolean over = single.isEmpty() || single.getLast().getDateTimeBefore().getYear() < year;
        return over
                && !rules.getTransitionRules().isEmpty()
                && rules.getTransitionRules().stream().allMatch(rule -> canBeSaid(rule, year));
    }

    static String of(ZoneOffsetTransitionRule rule) {
        String place = isLast(rule) ? "-1" : String.valueOf((rule.getDayOfMonthIndicator() - 1) / DAYS + 1);
        return "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";BYDAY=" + place
                + rule.getDayOfWeek().name().substring(0, 2);
    }

    /** The local day of the change must be the day of the rule in every year, and that day the first, second ... or last of its kind. */
    private static boolean canBeSaid(ZoneOffsetTransitionRule rule, int year) {
        DayOfWeek day = rule.getDayOfWeek();
        int from = rule.getDayOfMonthIndicator();
        boolean placed = isLast(rule) || (from > 0 && (from - 1) % DAYS == 0 && from < 4 * DAYS);
        return day != null
                && placed
                && IntStream.range(year, year + YEARS_TRIED)
                        .mapToObj(each -> rule.createTransition(each).getDateTimeBefore())
                        .allMatch(local -> local.getDayOfWeek() == day && local.getMonth() == rule.getMonth());
    }

    /** The last of the month: said so, or as the one that is not before the 25th of 31. */
    private static boolean isLast(ZoneOffsetTransitionRule rule) {
        int day = rule.getDayOfMonthIndicator();
        return day == -1
                || (rule.getMonth() != Month.FEBRUARY && day == rule.getMonth().maxLength() - DAYS + 1);
    }
}
