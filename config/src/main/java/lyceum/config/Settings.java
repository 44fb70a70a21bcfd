package lyceum.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads settings: a YAML file and the environment, bound to a record. */
public final class Settings {
    private Settings() {}

    /**
     * Reads the file and what it names: variables as <code>${NAME}</code>, files as <code>{file: path}</code> or <code>KEY-file: path</code>, paths from the file's folder.
     *
     * @param type a record; its components, their records and so on are the keys, in kebab case
     * @throws SettingsRefused with every problem at once
     */
    public static <T extends Record> T read(Path file, Class<T> type, Map<String, String> environment)
            throws SettingsRefused {
        Problems problems = new Problems();
        Path folder = file.toAbsolutePath().resolveSibling("");
        Texts texts = new Texts(folder, environment);
        Place start = new Place(file.toString(), 1, 1);
        try {
            Optional<Node> root = new Yaml(file.toString(), problems).parse(texts.content(file));
            Object bound =
                    root.isEmpty() ? null : new Binder(texts, problems).bind(type, new Spot(root.get(), start, ""));
            if (bound != null && problems.count() == 0) {
                return type.cast(bound);
            }
        } catch (Refused e) {
            problems.add(start, "", e.reason());
        }
        throw problems.refusal();
    }

    /** Settings as they hold, in the order of their records, with the defaults and without secrets; what is absent is left out. */
    public static List<Line> inForce(Record settings) {
        return InForce.of(settings);
    }

    /**
     * One setting.
     *
     * @param path its keys, with dots between them
     * @param value as people would write it; a secret is three stars
     */
    public record Line(String path, String value) {}
}
