package lyceum.community.qna.questions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Trains the classifier: {@code main(file of the model, folder of the data, folder of the unpacked chats)}. Nobody labelled these
 * lines: a sentence is an example of asking if its writer set a mark of asking, which the model then does not see.
 */
final class MakeQuestions {
    private static final int ROUNDS = 4;
    private static final float RATE = 0.25f;
    private static final float PENALTY = 2e-6f;
    private final Random random = new Random(11);
    private final List<int[]> seen = new ArrayList<>();
    private final List<Boolean> asks = new ArrayList<>();
    private final Signs signs = new Signs();

    public static void main(String[] arguments) throws IOException {
        MakeQuestions maker = new MakeQuestions();
        Path data = Path.of(arguments[1]);
        maker.chats(Path.of(arguments[2]));
        maker.lines(data.resolve("tweeteval-offensive/train_text.txt"), 0);
        maker.lines(data.resolve("sms-spam/train.txt"), 0);
        maker.chinese(data.resolve("cold/train.csv"));
        System.out.println(maker.seen.size() + " sentences, "
                + maker.asks.stream().filter(is -> is).count() + " ask");
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[0]))) {
            Weights.of(maker.learn()).write(out);
        }
    }

    private void chats(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".ascii.txt"))
                    .sorted()
                    .toList()) {
                String[] lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1);
                Set<String> names = new HashSet<>();
                for (String line : lines) {
                    if (line.matches("\\[\\d\\d:\\d\\d] <.*")) {
                        names.add(line.substring(9, line.indexOf('>')).toLowerCase(Locale.ROOT));
                    }
                }
                for (int at = 0; at < lines.length; at += 3) {
                    if (lines[at].matches("\\[\\d\\d:\\d\\d] <.*") && !lines[at].contains("<ubot")) {
                        add(withoutName(
                                lines[at].substring(lines[at].indexOf('>') + 1).strip(), names));
                    }
                }
            }
        }
    }

    private static String withoutName(String line, Set<String> names) {
        String[] parts = line.split("\\s+", 2);
        boolean named = parts.length > 1
                && names.contains(parts[0].replaceAll("[:,]+$", "").toLowerCase(Locale.ROOT));
        return named ? parts[1] : line;
    }

    private void lines(Path file, int from) throws IOException {
        for (String line : Files.readAllLines(file)) {
            add(line.replace("@user", "")
                    .replaceFirst("^(ham|spam)\t", "")
                    .substring(from)
                    .strip());
        }
    }

    private void chinese(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", 5);
            if (cells.length == 5 && cells[0].matches("\\d+")) {
                String text = cells[4].replaceAll("^\"|\"$", "");
                add(text);
                for (String clause : text.split("[，,]", -1)) {
                    if (clause.length() > 2 && clause.length() < text.length()) {
                        add(clause);
                    }
                }
            }
        }
    }

    private void add(String line) {
        List<Sentences.Sentence> sentences = Sentences.of(line);
        for (Sentences.Sentence sentence : sentences) {
            if (sentence.text().length() > 1) {
                seen.add(signs.of(sentence.text()));
                asks.add(sentence.marked());
            }
        }
    }

    private float[] learn() {
        float[] weights = new float[Signs.SIZE];
        float[] slopes = new float[Signs.SIZE];
        List<Integer> order = new ArrayList<>();
        for (int at = 0; at < seen.size(); at++) {
            order.add(at);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (int at : order) {
                int[] found = seen.get(at);
                double norm = Math.sqrt(found.length + 1.0);
                double sum = -1.2;
                for (int sign : found) {
                    sum += weights[sign] / norm;
                }
                double error = 1 / (1 + Math.exp(-sum)) - (asks.get(at) ? 1 : 0);
                for (int sign : found) {
                    float slope = (float) (error / norm) + PENALTY * weights[sign];
                    slopes[sign] += slope * slope;
                    weights[sign] -= RATE * slope / (float) Math.sqrt(slopes[sign] + 1e-3);
                }
            }
        }
        return weights;
    }
}
