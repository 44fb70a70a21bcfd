package lyceum.program.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures that the README claims, so that each measurement can be read beside them. */
public record Claims(Map<String, String> all) {
    /** What a claim is called where it is printed: the figure's name before it. */
    static final String SUFFIX = ".readme";

    public Claims {
        all = Map.copyOf(all);
    }

    /** Those of the README, each with its unit. */
    public static Claims read() {
        Properties read = new Properties();
        try (InputStream in = Objects.requireNonNull(Claims.class.getResourceAsStream("claims.properties"))) {
            read.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Claims(
                read.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, read::getProperty)));
    }

    /** Names of figures, and of the claims that are printed below them. */
    public List<String> with(List<String> figures) {
        return figures.stream()
                .flatMap(name -> all.containsKey(name) ? Stream.of(name, name + SUFFIX) : Stream.of(name))
                .toList();
    }

    Optional<String> of(String figure) {
        return Optional.ofNullable(all.get(figure));
    }
}
