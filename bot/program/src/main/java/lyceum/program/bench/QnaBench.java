package lyceum.program.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import lyceum.community.qna.links.Links;
import lyceum.community.qna.links.Said;
import lyceum.community.qna.questions.Questions;
import lyceum.kernel.search.Entry;
import lyceum.kernel.search.Search;
import lyceum.lucene.LuceneIndex;
import lyceum.program.FollowingIndex;

/** Indexes a million made-up messages in two languages, makes an index of as many from tables, searches, and hears a chat. */
final class QnaBench implements Bench {
    private static final int MESSAGES = 1_000_000;
    private static final int SEARCHES = 1_000;
    private static final int HEARD = 5_000;
    private static final int WORDS = 40_000;
    private static final int FRESH = 50;
    private static final long PACE = 1_000_000;

    @Override
    public String name() {
        return "qna";
    }

    @Override
    public List<String> prints() {
        return List.of(
                "qna.index",
                "qna.rebuild",
                "qna.search.terms.p99",
                "qna.search.sentence.p99",
                "qna.fresh",
                "qna.message.p99",
                "qna.memory");
    }

    @Override
    public void run(Figures out) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("lyceum-qna-");
        Path folder = data.resolve("search");
        Speech speech = new Speech(new Random(1));
        long start = System.nanoTime();
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            index.addAll(IntStream.range(0, MESSAGES)
                    .mapToObj(at -> new Entry(String.valueOf(at), speech.say(), ""))
                    .iterator());
            index.commit();
        }
        out.number("qna.index", MESSAGES / seconds(start), "1/s");
        Path tables = Files.createDirectory(data.resolve("tables"));
        QuestionRows.write(tables, MESSAGES / 2, speech::say);
        start = System.nanoTime();
        FollowingIndex.rebuild(tables);
        out.number("qna.rebuild", seconds(start), "s");
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            searched(index, speech, 200, 3);
            out.number("qna.search.terms.p99", searched(index, speech, SEARCHES, 3), "ms");
            out.number("qna.search.sentence.p99", searched(index, speech, SEARCHES, 12), "ms");
            out.number("qna.fresh", fresh(index, speech), "s");
        }
        heard(speech, 1_000);
        out.number("qna.message.p99", heard(speech, HEARD), "ms");
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted()
                + ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getCommitted();
        out.number("qna.memory", used / 1e6, "MB");
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double searched(LuceneIndex index, Speech speech, int count, int words) {
        List<Double> took = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            String text = speech.words(1 + at % words, at % 2 == 0);
            long start = System.nanoTime();
            index.search(new Search.Asked(text, 10, false));
            took.add(seconds(start) * 1e3);
        }
        return p99(took);
    }

    /** The longest time from saying to finding while a thousand lines a second come in, looked at as often as the hub does. */
    private static double fresh(LuceneIndex index, Speech speech) throws IOException {
        double longest = 0;
        for (int at = 0; at < FRESH; at++) {
            String marked = "mark" + at + "x" + MESSAGES;
            long said = System.nanoTime();
            index.put(new Entry(marked, marked, ""));
            for (int line = 0; line < FollowingIndex.PAUSE_MILLIS; line++) {
                index.put(new Entry(marked + "-" + line, speech.say(), ""));
                LockSupport.parkNanos(Math.max(0, said + line * PACE - System.nanoTime()));
            }
            index.refresh();
            if (index.search(new Search.Asked(marked, 1, false)).isEmpty()) {
                throw new IllegalStateException("what was said is not found");
            }
            longest = Math.max(longest, seconds(said));
        }
        return longest;
    }

    private static double heard(Speech speech, int lines) {
        Questions questions = new Questions();
        Links.Listening links = new Links().listen();
        List<Double> took = new ArrayList<>();
        for (int at = 0; at < lines; at++) {
            Said said = new Said(String.valueOf(at), at * 2_000L, "person" + at * 7 % 40, speech.say(), null);
            long start = System.nanoTime();
            questions.score(said.text());
            links.hear(said);
            took.add(seconds(start) * 1e3);
        }
        return p99(took);
    }

    private static double p99(List<Double> took) {
        took.sort(null);
        return took.get(took.size() * 99 / 100);
    }

    /** Sentences of made-up words, common ones more often, every second in Chinese characters. */
    private static final class Speech {
        private final Random random;
        private int said;

        Speech(Random random) {
            this.random = random;
        }

        String say() {
            return words(4 + random.nextInt(10), said++ % 2 == 0);
        }

        String words(int count, boolean chinese) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < count; at++) {
                int word = (int) (Math.exp(random.nextDouble() * Math.log(WORDS)) - 1);
                if (chinese) {
                    text.append((char) (0x4E00 + word / 3)).append((char) (0x4E00 + word * 7 % 5_000));
                } else {
                    text.append(word % 3 == 0 ? "s" : "m")
                            .append(Integer.toString(word * 31, 36))
                            .append(' ');
                }
            }
            return text.toString();
        }
    }
}
