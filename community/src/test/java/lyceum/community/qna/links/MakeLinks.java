package lyceum.community.qna.links;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains the ranker: {@code main(file of the model, folder of chats, file of dialogues, rounds, folder to measure on[, file of a
 * model to go on from])}. The shipped one went on, for three rounds, from five rounds of chats alone.
 */
final class MakeLinks {
    private static final int WIDE = 48;
    private static final int NARROW = 24;
    private static final int CONTEXT = 250;
    /** How often a round goes through the dialogues. */
    private static final int TALKS = 2;

    private static final long SEED = 7;

    private MakeLinks() {}

    public static void main(String[] arguments) throws IOException {
        List<Annotated> chats = new ArrayList<>(Annotated.folder(Path.of(arguments[1])).stream()
                .map(chat -> chat.withContext(CONTEXT))
                .toList());
        List<Annotated> talks = Dialogues.read(Path.of(arguments[2]));
        List<Annotated> dev = Annotated.folder(Path.of(arguments[4]));
        List<Annotated> held = talks.subList(0, talks.size() / 5);
        int rounds = Integer.parseInt(arguments[3]);
        for (int time = 0; time < TALKS; time++) {
            chats.addAll(talks.subList(talks.size() / 5, talks.size()));
        }
        Descent descent = new Descent(SEED, rounds);
        if (arguments.length > 5) {
            descent.goOnFrom(Path.of(arguments[5]));
            chats.removeIf(chat ->
                    chat.lines().size() > 100 && Math.floorMod(chat.lines().hashCode(), 3) > 0);
        }
        write(Path.of(arguments[0]), List.of(descent.run(chats, dev, held)));
    }

    private static void write(Path file, List<Net> nets) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            out.writeByte(nets.size());
            for (Net net : nets) {
                net.write(out);
            }
        }
    }

    /** One descent by Adam (Kingma and Ba 2015) on the logarithm of the probability that is given to the true parents. */
    private static final class Descent {
        private static final int BATCH = 24;
        private static final double MOST = 1;
        /** Slighter slopes are followed now and then, and then as if they were this large. */
        private static final double SLIGHT = 0.02;

        private final Random random;
        private final int rounds;
        private final Net net;
        private final float[][] slopes;
        private final float[][] means;
        private final float[][] squares;
        private int steps;
        private int waiting;
        private double rate;
        private double pace = 0.0012;
        private double loss;
        private int seen;

        Descent(long seed, int rounds) {
            random = new Random(seed);
            this.rounds = rounds;
            Chat chat = new Chat();
            chat.hear(new Said("0", 0, "a", "hello", null));
            Traits traits = new Traits(chat);
            traits.read(chat.hear(new Said("1", 0, "b", "hello", null)));
            net = new Net(traits.pair(0).length, traits.ownSize(), WIDE, NARROW);
            net.randomize(random);
            slopes = zeros();
            means = zeros();
            squares = zeros();
        }

        private float[][] zeros() {
            return Arrays.stream(net.weights())
                    .map(weights -> new float[weights.length])
                    .toArray(float[][]::new);
        }

        Net run(List<Annotated> chats, List<Annotated> dev, List<Annotated> held) {
            List<Annotated> order = new ArrayList<>(chats);
            for (int round = 0; round < rounds; round++) {
                loss = 0;
                seen = 0;
                java.util.Collections.shuffle(order, random);
                for (int at = 0; at < order.size(); at++) {
                    double done = (round + at / (double) order.size()) / rounds;
                    rate = pace * Math.min(1, done * 20 + 0.1) * (0.02 + 0.98 * (1 + Math.cos(Math.PI * done)) / 2);
                    chat(changed(order.get(at)));
                }
                System.out.printf(Locale.ROOT, "round %d loss %.4f%n", round, loss / seen);
            }
            Ranker ranker = new Ranker(List.of(net));
            System.out.println(Measure.all(ranker, dev) + " dialogues " + Measure.f(ranker, held));
            return net;
        }

        /** Begins with the weights of a network that knew fewer things of a line, which stood first. */
        void goOnFrom(Path file) throws IOException {
            try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
                in.readByte();
                float[][] old = Net.read(in).weights();
                float[][] weights = net.weights();
                for (int layer = 0; layer < old.length; layer++) {
                    Arrays.fill(weights[layer], 0);
                    System.arraycopy(old[layer], 0, weights[layer], 0, old[layer].length);
                }
            }
            pace = 0.0008;
        }

        private Annotated changed(Annotated chat) {
            double dice = chat.lines().size() < 100 ? 1 : random.nextDouble();
            if (dice < 0.4) {
                return chat;
            }
            Annotated thin = dice < 0.75 ? chat.thinned(0.15 + 0.6 * random.nextDouble(), random) : chat;
            double nameless = random.nextDouble() < 0.5 ? random.nextDouble() : 0;
            double stretch = Math.exp(random.nextDouble() * 5 - 1);
            long grain = random.nextBoolean() ? 1_000 : 60_000;
            return thin.disguised(new Annotated.Disguise(nameless, stretch, grain, random.nextBoolean()), random);
        }

        private void chat(Annotated annotated) {
            Chat chat = new Chat();
            chat.foresee(annotated.lines());
            Traits traits = new Traits(chat);
            for (int at = 0; at < annotated.lines().size(); at++) {
                Line line = chat.hear(annotated.lines().get(at));
                int[] parents = annotated.parents().get(at);
                if (parents != null && !line.isNotice()) {
                    traits.read(line);
                    learn(traits, parents, at);
                }
            }
        }

        private void learn(Traits traits, int[] parents, int self) {
            int count = traits.count();
            double[] scores = new double[count + 1];
            boolean[] right = new boolean[count + 1];
            net.line(traits.own());
            boolean any = false;
            for (int at = 0; at <= count; at++) {
                scores[at] = at < count ? net.score(traits.pair(at)) : net.start();
                int line = at < count ? traits.candidate(at) : self;
                right[at] = Arrays.stream(parents).anyMatch(parent -> parent == line);
                any |= right[at];
            }
            if (!any) {
                return;
            }
            double most = Arrays.stream(scores).max().orElse(0);
            double all = 0;
            double good = 0;
            for (int at = 0; at <= count; at++) {
                scores[at] = Math.exp(scores[at] - most);
                all += scores[at];
                good += right[at] ? scores[at] : 0;
            }
            loss -= Math.log(good / all);
            seen++;
            for (int at = 0; at <= count; at++) {
                double slope = scores[at] / all - (right[at] ? scores[at] / good : 0);
                double kept = Math.abs(slope) >= SLIGHT
                        ? slope
                        : random.nextDouble() * SLIGHT < Math.abs(slope) ? Math.signum(slope) * SLIGHT : 0;
                if (kept != 0) {
                    back(traits, at < count ? traits.pair(at) : null, (float) kept);
                }
            }
            if (++waiting == BATCH) {
                step();
            }
        }

        private void back(Traits traits, float @Nullable [] pair, float slope) {
            if (pair == null) {
                net.start();
            } else {
                net.score(pair);
            }
            float[] wide = new float[net.wide];
            for (int unit = 0; unit < net.narrow; unit++) {
                float value = net.second()[unit];
                slopes[6][unit] += slope * value;
                float inner = slope * net.out[unit] * (value > 0 ? 1 : Net.LEAK);
                slopes[5][unit] += inner;
                for (int at = 0; at < net.wide; at++) {
                    slopes[4][at * net.narrow + unit] += inner * net.first()[at];
                    wide[at] += inner * net.toNarrow[at * net.narrow + unit];
                }
            }
            for (int at = 0; at < net.wide; at++) {
                wide[at] *= net.first()[at] > 0 ? 1 : Net.LEAK;
            }
            if (pair == null) {
                add(wide, 1, slopes[2], 0);
            } else {
                for (int at = 0; at < net.pairs; at++) {
                    add(wide, pair[at], slopes[0], at * net.wide);
                }
            }
            add(wide, 1, slopes[3], 0);
            for (int at = 0; at < net.owns; at++) {
                add(wide, traits.own()[at], slopes[1], at * net.wide);
            }
        }

        private static void add(float[] wide, float value, float[] into, int row) {
            if (value != 0) {
                for (int unit = 0; unit < wide.length; unit++) {
                    into[row + unit] += value * wide[unit];
                }
            }
        }

        private void step() {
            steps++;
            waiting = 0;
            double norm = 0;
            for (float[] layer : slopes) {
                for (float slope : layer) {
                    norm += (double) slope * slope;
                }
            }
            float shrink = (float) (Math.min(1, MOST / (Math.sqrt(norm) / BATCH + 1e-9)) / BATCH);
            double length = rate * Math.sqrt(1 - Math.pow(0.999, steps)) / (1 - Math.pow(0.9, steps));
            float[][] weights = net.weights();
            for (int layer = 0; layer < weights.length; layer++) {
                float decay = (float) (rate * (weights[layer].length > net.wide ? 0.005 : 0));
                for (int at = 0; at < weights[layer].length; at++) {
                    float slope = slopes[layer][at] * shrink;
                    slopes[layer][at] = 0;
                    float mean = 0.9f * means[layer][at] + 0.1f * slope;
                    means[layer][at] = mean;
                    float square = 0.999f * squares[layer][at] + 0.001f * slope * slope;
                    squares[layer][at] = square;
                    weights[layer][at] -=
                            (float) (length * mean / (Math.sqrt(square) + 1e-8)) + decay * weights[layer][at];
                }
            }
        }
    }
}
