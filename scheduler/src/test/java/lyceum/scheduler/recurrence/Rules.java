package lyceum.scheduler.recurrence;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules and starts by chance, the same ones for the same seed. */
final class Rules {
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final Random chance;

    Rules(long seed) {
        chance = new Random(seed);
    }

    LocalDateTime start() {
        return LocalDateTime.of(
                2024 + chance.nextInt(3),
                1 + chance.nextInt(12),
                1 + chance.nextInt(28),
                List.of(0, 1, 2, 3, 9, 19, 23).get(chance.nextInt(7)),
                30 * chance.nextInt(2));
    }

    String rule() {
        List<String> parts = new ArrayList<>();
        boolean sets = false;
        switch (chance.nextInt(5)) {
            case 0 -> {
                parts.add("FREQ=DAILY");
                sets = maybe(parts, "BYDAY", DAYS, 4);
                maybe(parts, "BYMONTH", numbers(1, 12), 4);
            }
            case 1 -> {
                parts.add("FREQ=WEEKLY");
                sets = maybe(parts, "BYDAY", DAYS, 4);
            }
            case 2 -> {
                parts.add("FREQ=MONTHLY");
                parts.add("BYMONTHDAY=" + some(List.of("1", "15", "28", "29", "30", "31", "-1", "-2", "-31"), 3));
            }
            case 3 -> {
                parts.add("FREQ=MONTHLY");
                sets = chance.nextBoolean();
                parts.add("BYDAY="
                        + (sets ? some(DAYS, 5) : "" + List.of(1, 2, 4, 5, -1).get(chance.nextInt(5)) + day()));
            }
            default -> {
                parts.add("FREQ=YEARLY");
                switch (chance.nextInt(4)) {
                    case 0 -> parts.add("BYMONTH=2;BYMONTHDAY=29");
                    case 1 -> parts.add("BYYEARDAY=" + some(List.of("1", "60", "100", "366", "-1", "-366"), 3));
                    case 2 ->
                        parts.add("BYMONTH=" + (1 + chance.nextInt(12)) + ";BYDAY="
                                + (chance.nextBoolean() ? "-1" : "2") + day());
                    default -> parts.add("BYMONTH=" + some(numbers(1, 12), 3));
                }
            }
        }
        if (chance.nextInt(4) == 0) {
            parts.add("BYHOUR=" + some(numbers(0, 23), 3));
        }
        if (sets && chance.nextInt(3) == 0) {
            parts.add("BYSETPOS=" + List.of("1", "-1", "1,-1").get(chance.nextInt(3)));
        }
        if (chance.nextInt(2) == 0 && !parts.contains("BYMONTH=2;BYMONTHDAY=29")) {
            parts.add("INTERVAL=" + (2 + chance.nextInt(4)));
        }
        if (chance.nextInt(4) == 0) {
            parts.add("WKST=" + List.of("SU", "MO").get(chance.nextInt(2)));
        }
        return String.join(";", parts);
    }

    private boolean maybe(List<String> parts, String name, List<String> values, int most) {
        if (chance.nextInt(10) < 4) {
            return false;
        }
        parts.add(name + "=" + some(values, most));
        return true;
    }

    private String some(List<String> values, int most) {
        List<String> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, chance);
        return shuffled.stream().limit(1 + chance.nextInt(most)).collect(Collectors.joining(","));
    }

    private String day() {
        return DAYS.get(chance.nextInt(7));
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
    }
}
