package lyceum.kernel.feature;

import java.util.Map;
import java.util.Optional;
import lyceum.kernel.person.Speaker;

/**
 * What a reader asks of a page.
 *
 * @param values by name, as they stand in the address: anybody can write anything there
 * @param reader who looks, with the standing that they have in the console
 */
public record Query(Map<String, String> values, Speaker reader) {
    public Query {
        values = Map.copyOf(values);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** A whole number that is not negative; empty where none was asked for. */
    public Optional<Long> number(String name) {
        return value(name).filter(value -> value.matches("[0-9]{1,18}")).map(Long::parseLong);
    }
}
