package lyceum.community.qna.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Measures who asks: {@code main(folder of our own lines, file of dialogues)}. Prints F1, and that of a question mark alone. In the
 * dialogues nobody labelled questions: what was answered, or asks back, counts as one, and what else ends with a mark is left out.
 */
final class MeasureQuestions {
    private MeasureQuestions() {}

    public static void main(String[] arguments) throws IOException {
        for (String language : List.of("en", "zh")) {
            Map<String, Boolean> lines = new TreeMap<>();
            for (String line : Files.readAllLines(Path.of(arguments[0]).resolve("lines." + language + ".txt"))) {
                lines.put(line.substring(2), line.startsWith("1"));
            }
            print(language, lines);
        }
        print("dialogues", dialogues(Path.of(arguments[1])));
    }

    private static Map<String, Boolean> dialogues(Path file) throws IOException {
        Map<String, Boolean> lines = new TreeMap<>();
        for (JsonNode talk : new ObjectMapper().readTree(file.toFile())) {
            TreeSet<Integer> asking = new TreeSet<>();
            for (JsonNode relation : talk.get("relations")) {
                switch (relation.get("type").asText()) {
                    case "QAP" -> asking.add(relation.get("x").asInt());
                    case "Clarification_question" ->
                        asking.add(relation.get("y").asInt());
                    default -> {}
                }
            }
            List<JsonNode> said = new ArrayList<>();
            talk.get("edus").forEach(said::add);
            for (int at = 0; at < said.size(); at++) {
                String text = said.get(at).get("text").asText();
                if (asking.contains(at) || !isMarked(text)) {
                    lines.merge(text, asking.contains(at), Boolean::logicalOr);
                }
            }
        }
        return lines;
    }

    private static boolean isMarked(String line) {
        return line.contains("?") || line.contains("？");
    }

    private static void print(String name, Map<String, Boolean> lines) {
        Questions questions = new Questions();
        double[] ours = new double[3];
        double[] mark = new double[3];
        lines.forEach((line, asks) -> {
            count(ours, questions.isQuestion(line), asks);
            count(mark, isMarked(line), asks);
        });
        System.out.printf(
                Locale.ROOT, "%s: F1 %.3f, of a mark alone %.3f, lines %d%n", name, f(ours), f(mark), lines.size());
    }

    private static void count(double[] counts, boolean said, boolean asks) {
        counts[0] += said && asks ? 1 : 0;
        counts[1] += said ? 1 : 0;
        counts[2] += asks ? 1 : 0;
    }

    private static double f(double[] counts) {
        return 2 * counts[0] / Math.max(1, counts[1] + counts[2]);
    }
}
