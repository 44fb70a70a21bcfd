package lyceum.program.settings;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.id.PlatformName;

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
     * @param products what counts as it, as SOURCE:PRODUCT
     * @param gives what each account of the person has for it
     */
    public record Plan(
            String name,
            Optional<String> title,
            Optional<String> price,
            Optional<String> how,
            Set<String> products,
            List<Given> gives) {
        public Plan {
            if (!name.matches("[a-z0-9-]{1,32}")) {
                throw new IllegalArgumentException(
                        "name is 1 to 32 lower-case letters, digits or dashes\nname 是 1 到 32 个小写字母、数字或短横线");
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
                    grace);
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
