package lyceum.moderation.classify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.moderation.text.Folds;
import lyceum.moderation.text.Reader;

/** Trains the models that come with the program: {@code main(folder of the resources, folder of the data, file of ordinary talk...)}. */
final class MakeModels {
    private static final Trainer.Settings ENGLISH = new Trainer.Settings(8, 0.2f, -0.45f);
    private static final Trainer.Settings CHINESE = new Trainer.Settings(6, 0.2f, 0.3f);
    private static final Trainer.Settings SPAM = new Trainer.Settings(4, 0.5f, -0.6f);
    private static final int EVERY = 8;
    private static final int RARELY = 40;
    private static final Pattern QUESTION = Pattern.compile("\\[\\s*\"([^\"]+)\",");

    private static final Pattern SAID = Pattern.compile("\"text\":\\s*\"([^\"]+)\"");

    private MakeModels() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path data = Path.of(arguments[1]);
        write(folder.resolve("offence-en.model"), ENGLISH, tweets(data.resolve("tweeteval-offensive")));
        write(folder.resolve("offence-zh.model"), CHINESE, chinese(data.resolve("cold/train.csv")));
        List<Example> spam = spam(data);
        for (String file : List.of(arguments).subList(2, arguments.length)) {
            List<String> lines = Files.readAllLines(Path.of(file));
            for (int at = 0; at < lines.size(); at += RARELY) {
                spam.add(new Example(lines.get(at), false));
            }
        }
        write(folder.resolve("spam.model"), SPAM, spam);
    }

    private static void write(Path file, Trainer.Settings settings, List<Example> examples) throws IOException {
        LinearModel model = new Trainer(new Reader(new Folds()), settings).train(examples);
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out);
        }
    }

    private static List<Example> tweets(Path folder) throws IOException {
        List<String> texts = Files.readAllLines(folder.resolve("train_text.txt"));
        List<String> labels = Files.readAllLines(folder.resolve("train_labels.txt"));
        List<Example> examples = new ArrayList<>();
        for (int at = 0; at < texts.size(); at++) {
            examples.add(new Example(texts.get(at), labels.get(at).strip().equals("1")));
        }
        return examples;
    }

    private static List<Example> chinese(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (List<String> row : rows(Files.readString(file))) {
            if (row.size() == 5 && !row.get(3).equals("label")) {
                examples.add(new Example(row.get(4), row.get(3).equals("1")));
            }
        }
        return examples;
    }

    private static List<Example> spam(Path data) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String line : Files.readAllLines(data.resolve("sms-spam/train.txt"), StandardCharsets.UTF_8)) {
            int tab = line.indexOf('\t');
            examples.add(new Example(line.substring(tab + 1), line.startsWith("spam")));
        }
        Files.readAllLines(data.resolve("tg-spam/ham-train.txt"))
                .forEach(line -> examples.add(new Example(line, false)));
        Files.readAllLines(data.resolve("tg-spam/spam-train.txt"))
                .forEach(line -> examples.add(new Example(line, true)));
        addClean(rows(Files.readString(data.resolve("banking77/train.csv"))), 0, examples);
        addClean(rows(Files.readString(data.resolve("cold/train.csv"))), 4, examples);
        addClean(QUESTION.matcher(Files.readString(data.resolve("clinc150/train-val.json"))), EVERY, examples);
        addClean(SAID.matcher(Files.readString(data.resolve("molweni/dev.json"))), 1, examples);
        List<String> tweets = Files.readAllLines(data.resolve("tweeteval-offensive/train_text.txt"));
        for (int at = 0; at < tweets.size(); at += 2) {
            examples.add(new Example(tweets.get(at), false));
        }
        return examples;
    }

    /** Ordinary talk, so that the model knows more of it than short messages of one kind. */
    private static void addClean(List<List<String>> rows, int column, List<Example> examples) {
        for (int at = 0; at < rows.size(); at += EVERY) {
            if (rows.get(at).size() > column) {
                examples.add(new Example(rows.get(at).get(column), false));
            }
        }
    }

    private static void addClean(Matcher texts, int every, List<Example> examples) {
        for (int at = 0; texts.find(); at++) {
            if (at % every == 0) {
                examples.add(new Example(texts.group(1), false));
            }
        }
    }

    /** Comma-separated values with quotes. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < csv.length(); at++) {
            char unit = csv.charAt(at);
            if (unit == '"') {
                quoted = !quoted;
            } else if (!quoted && (unit == ',' || unit == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (unit == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(unit);
            }
        }
        return rows;
    }
}
