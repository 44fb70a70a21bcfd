package lyceum.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What the accessibility checker axe-core finds on a page. */
final class Axe {
    private static final NpmPackage PACKAGE = new NpmPackage(
            "axe-core",
            "4.14.1",
            "1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b73"
                    + "4f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5",
            "axe.min.js");
    private static final String RUN = """
            axe.run(document, {resultTypes: ['violations']}).then(found => found.violations
                .filter(each => ['serious', 'critical'].includes(each.impact))
                .map(each => each.id + ': ' + each.help + '\\n  ' + each.nodes.map(node => node.html).join('\\n  ')))""";

    private Axe() {}

    static List<String> barriers(Tab tab) {
        tab.evaluate(source() + "\n;0");
        List<String> barriers = new ArrayList<>();
        for (JsonNode barrier : tab.evaluate(RUN)) {
            barriers.add(barrier.asText());
        }
        return barriers;
    }

    private static String source() {
        try {
            return Files.readString(PACKAGE.folder().resolve("axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
