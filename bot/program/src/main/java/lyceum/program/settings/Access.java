package lyceum.program.settings;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lyceum.community.members.access.Stars;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.id.PlatformName;
import org.jspecify.annotations.Nullable;

/**
 * What there is to have, for whom.
 *
 * @param grace how long something is kept when it has ended
 */
public record Access(Duration grace, List<Plan> plans) {
    public Access {
        Set<String> names = new HashSet<>();
        for (Plan plan : plans) {
            if (!names.add(plan.name())) {
                throw new IllegalArgumentException(
                        "plans has two with the name '%s'; give each its own\nplans 中有两个都叫“%1$s”；请各起一个名字"
                                .formatted(plan.name()));
            }
        }
    }

    /** The plans as people are shown them. */
    public List<lyceum.community.members.access.Plan> offered() {
        return plans.stream().map(plan -> plan.offered(grace)).toList();
    }

    /** What the plans are called where people read of them, by name. */
    public Map<String, String> titles() {
        return offered().stream()
                .collect(Collectors.toMap(
                        lyceum.community.members.access.Plan::name, lyceum.community.members.access.Plan::title));
    }

    static Access defaults() {
        return new Access(Duration.ofDays(3), List.of());
    }

    /**
     * One plan.
     *
     * @param title what people read; its name where there is none
     * @param price in words
     * @param how where it is bought
     * @param stars what it costs on Telegram, in Stars
     * @param products what counts as it, as SOURCE:PRODUCT
     * @param gives what each account of the person has for it
     * @param badge what stands before their name in the live room
     */
    public record Plan(
            String name,
            Optional<String> title,
            Optional<String> price,
            Optional<String> how,
            Optional<Price> stars,
            Set<String> products,
            List<Given> gives,
            Optional<String> badge) {
        private static final int LONGEST_BADGE = 20;

        public Plan {
            if (!name.matches("[a-z0-9-]{1,32}")) {
                throw new IllegalArgumentException(
                        "name is 1 to 32 lower-case letters, digits or dashes\nname 是 1 到 32 个小写字母、数字或短横线");
            }
            if (badge.map(words -> words.isBlank() || words.codePointCount(0, words.length()) > LONGEST_BADGE)
                    .orElse(false)) {
                throw new IllegalArgumentException("badge is 1 to 20 characters\nbadge 是 1 到 20 个字符");
            }
            for (String product : products) {
                if (!product.matches("[a-z]{1,16}:\\S.{0,99}")) {
                    throw new IllegalArgumentException(
                            "'%s' is not a product; write its source and its name there, as twitch:1000 or twitch:*\n“%1$s”不是商品；请写来源和它在那里的名称，例如 twitch:1000 或 twitch:*"
                                    .formatted(product));
                }
            }
        }

        private lyceum.community.members.access.Plan offered(Duration grace) {
            return new lyceum.community.members.access.Plan(
                    name,
                    title.orElse(name),
                    price.orElse(""),
                    how.orElse(""),
                    products,
                    gives.stream().map(Given::perk).toList(),
                    grace,
                    stars.map(Price::stars).orElse(null),
                    badge.map(String::strip).orElse(""));
        }
    }

    /** A price in Telegram's Stars: {@code 250 a month}, or {@code 900 for 90d}. */
    public record Price(String text) {
        private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,5}) (?:a month|for ([1-9][0-9]{0,3})d)");
        private static final long MOST_A_MONTH = 10_000;
        private static final long MOST = 100_000;

        public static Price parse(String text) {
            Matcher written = WRITTEN.matcher(text.strip());
            if (!written.matches() || Long.parseLong(written.group(1)) > most(written.group(2))) {
                throw new IllegalArgumentException(
                        "'%s' is no price in Stars; write '250 a month', at most 10000, or '900 for 90d', at most 100000\n“%1$s”不是星星价格；请写“250 a month”（最多 10000）或“900 for 90d”（最多 100000）"
                                .formatted(text));
            }
            return new Price(text.strip());
        }

        private static long most(@Nullable String days) {
            return days == null ? MOST_A_MONTH : MOST;
        }

        Stars stars() {
            Matcher written = WRITTEN.matcher(text);
            if (!written.matches()) {
                throw new IllegalStateException("no price: " + text);
            }
            long price = Long.parseLong(written.group(1));
            String days = written.group(2);
            return days == null
                    ? new Stars(price, Stars.MONTH, true)
                    : new Stars(price, Duration.ofDays(Integer.parseInt(days)), false);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Something that an account has: {@code discord-role:NAME}, or a group as {@code telegram:ID}. */
    public record Given(String text) {
        private static final String ROLE = "discord-role:";

        public static Given parse(String text) {
            if (text.startsWith(ROLE) && text.length() > ROLE.length()) {
                return new Given(text);
            }
            if (!text.matches("telegram:-[0-9]{1,19}")) {
                throw new IllegalArgumentException(
                        "'%s' cannot be given; write discord-role:NAME, or a private group as telegram:-100...\n“%1$s”不是可以授予的东西；请写 discord-role:身份组名，或私密群 telegram:-100..."
                                .formatted(text));
            }
            return new Given(text);
        }

        public Perk perk() {
            return text.startsWith(ROLE)
                    ? new Perk.Role(new PlatformName("discord"), text.substring(ROLE.length()))
                    : new Perk.Seat(Room.parse(text).id());
        }

        Room room() {
            return text.startsWith(ROLE) ? new Room(perk().room()) : Room.parse(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
