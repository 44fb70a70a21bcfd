package lyceum.program.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import lyceum.moderation.Engine;
import lyceum.moderation.Rulebook;
import lyceum.moderation.policy.Policy;
import lyceum.moderation.rules.Post;
import lyceum.moderation.rules.WordsRule;

/**
 * Judges a chat in two languages on one core: with a short list, with everything, while a list is swapped, and with hostile
 * patterns. Time is the judging thread's own processor time, so that other work on the machine does not count.
 */
final class ModerationBench implements Bench {
    private static final int MESSAGES = 20_000;
    private static final int ROUNDS = 5;
    private static final int WORDS = 10_000;
    private static final int LONG_LIST = 60_000;
    private static final int PATTERNS = 1_000;
    private static final int LONG_TEXT = 2_000;
    private final Rulebook rulebook = new Rulebook(Engine.Limit.NONE);
    private final ModerationTexts texts = new ModerationTexts(new Random(20_261_125));

    @Override
    public String name() {
        return "moderation";
    }

    @Override
    public List<String> prints() {
        return List.of(
                "moderation.words50",
                "moderation.words50.found",
                "moderation.everything",
                "moderation.everything.p99",
                "moderation.swap60000",
                "moderation.swap60000.judged",
                "moderation.hostile.worst");
    }

    @Override
    public void run(Figures out) throws InterruptedException {
        List<Post> chat = texts.chat(MESSAGES);
        Engine few = rulebook.words(texts.banned());
        out.number("moderation.words50", rate(few, chat), "messages/s");
        out.count(
                "moderation.words50.found",
                chat.stream()
                        .filter(post -> !few.judge(post).signals().isEmpty())
                        .count());
        Engine all = rulebook.policy(Policy.STRICT, rulebook.list(texts.words(WORDS)), texts.patterns());
        out.number("moderation.everything", rate(all, chat), "messages/s");
        out.number("moderation.everything.p99", p99(all, chat), "ms");
        swap(chat, out);
        out.number("moderation.hostile.worst", hostile(), "ms");
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The best of some rounds, after one that warms up. */
    private static double rate(Engine engine, List<Post> chat) {
        double best = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            long start = now();
            chat.forEach(engine::judge);
            best = Math.max(best, chat.size() * 1e9 / (now() - start));
        }
        return best;
    }

    private static double p99(Engine engine, List<Post> chat) {
        long[] nanos = new long[chat.size()];
        for (int at = 0; at < nanos.length; at++) {
            long start = now();
            engine.judge(chat.get(at));
            nanos[at] = now() - start;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length * 99 / 100] / 1e6;
    }

    /** A long list is made ready and put in place while another thread judges; every message is judged by one of the two lists. */
    private void swap(List<Post> chat, Figures out) throws InterruptedException {
        WordsRule rule = rulebook.rule(texts.words(WORDS));
        List<String> longer = texts.words(LONG_LIST);
        rulebook.list(longer);
        AtomicInteger judged = new AtomicInteger();
        ToIntFunction<Post> judge = post -> rule.judge(post).size();
        Thread talk = Thread.ofPlatform()
                .daemon()
                .start(() -> chat.forEach(post -> {
                    if (judge.applyAsInt(post) >= 0) {
                        judged.incrementAndGet();
                    }
                }));
        long start = now();
        rule.swap(rulebook.list(longer));
        out.number("moderation.swap60000", (now() - start) / 1e6, "ms");
        talk.join();
        out.count("moderation.swap60000.judged", judged.get());
    }

    /** Each pattern alone on each of some long texts that it was written to be slow on. */
    private double hostile() {
        List<String> hostile = texts.hostile(LONG_TEXT);
        double worst = 0;
        for (String pattern : texts.hostilePatterns(PATTERNS)) {
            Engine engine = rulebook.patterns(List.of(pattern));
            List<Double> millis = new ArrayList<>();
            for (String text : hostile) {
                long start = now();
                engine.judge(Post.of(text));
                millis.add((now() - start) / 1e6);
            }
            worst = Math.max(
                    worst,
                    millis.stream().mapToDouble(Double::doubleValue).max().orElse(0));
        }
        return worst;
    }
}
