package lyceum.program;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lyceum.moderation.classify.BadCorpus;
import lyceum.moderation.classify.Corpus;
import lyceum.moderation.classify.Kind;
import lyceum.moderation.classify.LinearModel;
import lyceum.moderation.classify.Quality;
import picocli.CommandLine.ParseResult;

/** {@code moderate train}: makes one of the models that come with the program from labelled data. */
final class TrainCommand implements Action {
    private final Wording wording;
    private final PrintWriter out;
    private final PrintWriter err;

    TrainCommand(Wording wording, PrintWriter out, PrintWriter err) {
        this.wording = wording;
        this.out = out;
        this.err = err;
    }

    @Override
    public int run(ParseResult typed) throws IOException {
        String model = typed.matchedOptionValue("--model", "");
        Optional<Kind> kind = Kind.of(model);
        if (kind.isEmpty()) {
            String known =
                    String.join(", ", Stream.of(Kind.values()).map(Kind::model).toList());
            return refuse(wording.say("train.no-model", model, known));
        }
        try {
            Corpus corpus = corpus(typed);
            long positive =
                    corpus.examples().stream().filter(one -> one.positive()).count();
            if (positive == 0 || positive == corpus.examples().size()) {
                return refuse(wording.say("train.one-sided"));
            }
            Corpus unseen = new Corpus();
            for (Path test : files(typed, "--test")) {
                unseen.addLabelled(test);
            }
            Path file = typed.matchedOptionValue("--out", Path.of(model + ".model"));
            LinearModel trained = kind.get().train(corpus.examples());
            try (OutputStream stream = Files.newOutputStream(file)) {
                trained.write(stream);
            }
            out.println(wording.say(
                    "train.done",
                    file.toString(),
                    String.valueOf(corpus.examples().size()),
                    String.valueOf(positive)));
            if (!unseen.examples().isEmpty()) {
                tell(Quality.of(trained, unseen.examples()), unseen.examples().size());
            }
            return 0;
        } catch (BadCorpus e) {
            return refuse(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            return refuse(wording.say("unreadable", String.valueOf(e.getFile())));
        }
    }

    private void tell(Quality quality, int examples) {
        out.println(wording.say(
                "train.tested",
                String.valueOf(examples),
                percent(quality.accuracy()),
                percent(quality.macroF1()),
                String.format(Locale.ROOT, "%.4f", quality.correlation()),
                percent(quality.falseAlarms())));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static Corpus corpus(ParseResult typed) throws IOException, BadCorpus {
        Corpus corpus = new Corpus();
        for (Path file : files(typed, "--labelled")) {
            corpus.addLabelled(file);
        }
        for (Path file : files(typed, "--yes")) {
            corpus.addPositive(file);
        }
        for (Path file : files(typed, "--no")) {
            corpus.addOrdinary(file);
        }
        return corpus;
    }

    private static List<Path> files(ParseResult typed, String option) {
        return typed.matchedOptionValue(option, List.of());
    }

    private int refuse(String why) {
        err.println("lyceum: " + why);
        return 2;
    }
}
