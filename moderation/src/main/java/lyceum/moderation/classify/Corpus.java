package lyceum.moderation.classify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Examples read from files, by the ending of a file's name: {@code .jsonl} holds objects with {@code text} and {@code label},
 * {@code .csv} columns of these names, {@code .json} any strings called {@code text} or standing first in a list, and all else one
 * example a line, {@code label<TAB>text} where labels are wanted. Labels of {@code NAME_text.txt} may stand in {@code NAME_labels.txt}.
 */
public final class Corpus {
    private static final Set<String> YES = Set.of("1", "true", "yes", "spam", "off", "offensive");
    private static final Set<String> NO = Set.of("0", "false", "no", "ham", "not", "not-offensive");
    private static final int MOST_ORDINARY = 3_000;
    private final List<Example> examples = new ArrayList<>();

    /** A text and its label, where it has one. */
    record Line(String text, @Nullable String label) {}

    /** Everything that was added, in that order. */
    public List<Example> examples() {
        return List.copyOf(examples);
    }

    /** Adds a file in which every example has its label. */
    public void addLabelled(Path file) throws IOException, BadCorpus {
        int number = 0;
        for (Line line : lines(file, true)) {
            number++;
            String label = line.label == null ? "" : line.label.strip().toLowerCase(Locale.ROOT);
            if (!YES.contains(label) && !NO.contains(label)) {
                throw new BadCorpus(file + ": example " + number + " has the label \"" + label + "\"; needed is one of "
                        + String.join(", ", YES) + " or " + String.join(", ", NO));
            }
            examples.add(new Example(line.text, YES.contains(label)));
        }
    }

    /** Adds a file of which every text is what the model looks for. */
    public void addPositive(Path file) throws IOException, BadCorpus {
        lines(file, false).forEach(line -> examples.add(new Example(line.text, true)));
    }

    /** Adds ordinary talk: of a large file {@value #MOST_ORDINARY} texts, evenly spread. */
    public void addOrdinary(Path file) throws IOException, BadCorpus {
        List<Line> lines = lines(file, false);
        int taken = Math.min(MOST_ORDINARY, lines.size());
        for (int at = 0; at < taken; at++) {
            examples.add(new Example(lines.get((int) ((long) at * lines.size() / taken)).text, false));
        }
    }

    private static List<Line> lines(Path file, boolean labelled) throws IOException, BadCorpus {
        String name = String.valueOf(file.getFileName());
        String content = Files.readString(file, StandardCharsets.UTF_8);
        if (name.endsWith(".csv")) {
            return columns(Csv.rows(content), file);
        }
        if (name.endsWith(".json") || name.endsWith(".jsonl")) {
            return objects(content);
        }
        Path labels = file.resolveSibling(name.replace("_text.", "_labels."));
        List<String> beside =
                labelled && name.contains("_text.") ? Files.readAllLines(labels, StandardCharsets.UTF_8) : List.of();
        List<Line> lines = new ArrayList<>();
        for (String line : content.lines().toList()) {
            int tab = line.indexOf('\t');
            if (lines.size() < beside.size()) {
                lines.add(new Line(line, beside.get(lines.size())));
            } else if (labelled) {
                lines.add(new Line(line.substring(tab + 1), tab < 0 ? null : line.substring(0, tab)));
            } else if (!line.isBlank()) {
                lines.add(new Line(line, null));
            }
        }
        return lines;
    }

    private static List<Line> columns(List<List<String>> rows, Path file) throws BadCorpus {
        List<String> names = rows.isEmpty()
                ? List.of()
                : rows.getFirst().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
        int text = names.indexOf("text");
        int label = names.indexOf("label");
        if (text < 0) {
            throw new BadCorpus(file + ": the first row needs a column called text");
        }
        List<Line> lines = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() > text) {
                lines.add(new Line(row.get(text), label >= 0 && label < row.size() ? row.get(label) : null));
            }
        }
        return lines;
    }

    private static List<Line> objects(String content) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(content)) {
            String text = null;
            String label = null;
            JsonToken before = null;
            for (JsonToken token = parser.nextToken(); token != null; before = token, token = parser.nextToken()) {
                boolean value = token.isScalarValue();
                if (value && "text".equals(parser.currentName())) {
                    text = parser.getText();
                } else if (value && "label".equals(parser.currentName())) {
                    label = parser.getText();
                } else if (token == JsonToken.VALUE_STRING && before == JsonToken.START_ARRAY) {
                    lines.add(new Line(parser.getText(), null));
                } else if (token == JsonToken.END_OBJECT && text != null) {
                    lines.add(new Line(text, label));
                    text = null;
                    label = null;
                }
            }
        }
        return lines;
    }
}
