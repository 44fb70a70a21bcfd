package lyceum.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lyceum.kernel.search.Entry;
import lyceum.kernel.search.Search;

/**
 * Measures the search on questions that were held out: {@code main(folder of the data)}. Once with senses learnt from the other
 * questions about the same things, and once with senses learnt from questions about other things.
 */
final class MeasureSearch {
    private MeasureSearch() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        Questions banking = Questions.banking(data);
        Questions clinc = Questions.clinc(data);
        Sense known = MakeSense.learn(List.of(banking.known(), clinc.known()));
        print("banking", known, banking);
        print("clinc", known, clinc);
        Sense other = MakeSense.learn(List.of(
                banking.meanings(2, true).known(), clinc.meanings(2, true).known()));
        print("banking, unheard-of meanings", other, banking.meanings(2, false));
        print("clinc, unheard-of meanings", other, clinc.meanings(2, false));
    }

    private static void print(String name, Sense sense, Questions questions) throws IOException {
        try (LuceneIndex index = LuceneIndex.open(Files.createTempDirectory("lyceum-measure-"), sense)) {
            for (int at = 0; at < questions.known().size(); at++) {
                index.add(
                        new Entry(String.valueOf(at), questions.known().get(at).text(), ""));
            }
            index.refresh();
            System.out.printf(
                    Locale.ROOT,
                    "%s: nearest is right %.4f, sure and right %.4f, silent about what is strange %.3f%n",
                    name,
                    right(index, questions, false),
                    right(index, questions, true),
                    questions.strange().stream()
                                    .filter(asked -> search(index, asked, true).isEmpty())
                                    .count()
                            / Math.max(1.0, questions.strange().size()));
        }
    }

    private static double right(LuceneIndex index, Questions questions, boolean onlyIfSure) {
        long right = questions.held().stream()
                .filter(asked -> search(index, asked, onlyIfSure).stream()
                        .anyMatch(hit -> questions
                                .known()
                                .get(Integer.parseInt(hit.id()))
                                .meaning()
                                .equals(asked.meaning())))
                .count();
        return right / (double) questions.held().size();
    }

    private static List<Search.Hit> search(LuceneIndex index, Questions.Labelled asked, boolean onlyIfSure) {
        return index.search(new Search.Asked(asked.text(), 1, onlyIfSure));
    }
}
