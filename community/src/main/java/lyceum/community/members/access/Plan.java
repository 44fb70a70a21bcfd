package lyceum.community.members.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.effect.Perk;
import org.jspecify.annotations.Nullable;

/**
 * Something that people can have for a while.
 *
 * @param name one lower-case word
 * @param title what people read
 * @param price in words; may be empty
 * @param how where it is bought, as an address or in words; may be empty
 * @param products what counts as it, each as {@code SOURCE:PRODUCT}; {@code SOURCE:*} is any product of that source
 * @param gives what each account of the person has for it
 * @param grace how long it is kept when it has ended
 * @param stars what it costs on Telegram, or null where it is not sold there
 * @param badge what stands before their name in the live room; may be empty
 */
public record Plan(
        String name,
        String title,
        String price,
        String how,
        Set<String> products,
        List<Perk> gives,
        Duration grace,
        @Nullable Stars stars,
        String badge) {
    public Plan {
        products = Set.copyOf(products);
        gives = List.copyOf(gives);
    }

    /** One without a badge that Stars do not buy. */
    public Plan(
            String name,
            String title,
            String price,
            String how,
            Set<String> products,
            List<Perk> gives,
            Duration grace) {
        this(name, title, price, how, products, gives, grace, null, "");
    }

    /** The plan that a product counts as; by name before any other. */
    static Optional<Plan> of(List<Plan> plans, String source, String product) {
        return plans.stream()
                .filter(plan -> plan.products().contains(source + ":" + product))
                .findFirst()
                .or(() -> plans.stream()
                        .filter(plan -> plan.products().contains(source + ":*"))
                        .findFirst());
    }

    static Optional<Plan> named(List<Plan> plans, String name) {
        return plans.stream()
                .filter(plan ->
                        plan.name().equalsIgnoreCase(name) || plan.title().equalsIgnoreCase(name))
                .findFirst();
    }
}
