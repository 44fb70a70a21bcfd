package lyceum.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML to a tree; tabs are told line by line and read as spaces, so that what else is wrong is found too. */
final class Yaml {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setAllowNonScalarKeys(true)
            .setLabel("settings")
            .build();

    private final String file;
    private final Problems problems;

    Yaml(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The tree; empty where the syntax is wrong, which is then told. */
    Optional<Node> parse(String text) {
        try {
            return Optional.of(compose(text));
        } catch (YamlEngineException e) {
            return indentedByTabs(text) ? withoutTabs(text) : told(e, text);
        }
    }

    private static Node compose(String text) {
        return new Compose(SETTINGS)
                .composeString(text)
                .orElseGet(() -> new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK));
    }

    private Optional<Node> withoutTabs(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            int indent = indent(line);
            if (line.substring(0, indent).indexOf('\t') >= 0) {
                int tab = line.indexOf('\t');
                problems.add(new Place(file, lines.size() + 1, tab + 1), "", Reason.of("tab"));
            }
            lines.add(line.substring(0, indent).replace("\t", "  ") + line.substring(indent));
        }
        String spaced = String.join("\n", lines);
        try {
            return Optional.of(compose(spaced));
        } catch (YamlEngineException e) {
            return told(e, spaced);
        }
    }

    private Optional<Node> told(YamlEngineException e, String text) {
        switch (e) {
            case MarkedYamlEngineException marked -> problems.add(place(marked), "", reason(marked));
            case ReaderException unreadable ->
                problems.add(place(text, unreadable.getPosition()), "", character(unreadable));
            default -> problems.add(new Place(file, 1, 1), "", Reason.of("syntax", String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private static Reason character(ReaderException e) {
        return Reason.of("character", "U+%04X".formatted(e.getCodePoint()));
    }

    private Place place(MarkedYamlEngineException e) {
        return e.getProblemMark()
                .or(e::getContextMark)
                .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Place(file, 1, 1));
    }

    private Place place(String text, int position) {
        String before = text.substring(
                0, text.offsetByCodePoints(0, Math.min(position, text.codePointCount(0, text.length()))));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(file, line, before.length() - before.lastIndexOf('\n'));
    }

    private static Reason reason(MarkedYamlEngineException e) {
        String problem = text(e.getProblem());
        String context = text(e.getContext());
        if (problem.contains("mapping values are not allowed")) {
            return Reason.of("syntax.colon");
        }
        if (problem.contains("could not find expected ':'")) {
            return Reason.of("syntax.key");
        }
        if (context.contains("quoted scalar")) {
            return Reason.of("syntax.quote");
        }
        if (context.contains("flow sequence") || context.contains("flow mapping")) {
            return Reason.of("syntax.bracket");
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return Reason.of("syntax.indent");
        }
        return Reason.of("syntax", problem);
    }

    private static String text(@Nullable String problem) {
        return problem == null ? "" : problem;
    }

    private static boolean indentedByTabs(String text) {
        return text.lines().anyMatch(line -> line.substring(0, indent(line)).indexOf('\t') >= 0);
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }
}
