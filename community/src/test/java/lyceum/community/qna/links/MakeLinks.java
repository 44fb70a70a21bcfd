package lyceum.community.qna.links;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Trains the ranker: {@code main(file of the model, folder of chats, number of networks, rounds[, folder to measure on])}. */
final class MakeLinks {
    private static final int WIDE = 48;
    private static final int NARROW = 24;
    private static final int CONTEXT = 250;
    private static final long SEED = 7;

    private MakeLinks() {}

    public static void main(String[] arguments) throws IOException {
        List<Annotated> chats = Annotated.folder(Path.of(arguments[1])).stream()
                .map(chat -> chat.withContext(CONTEXT))
                .toList();
        List<Annotated> dev = arguments.length > 4 ? Annotated.folder(Path.of(arguments[4])) : List.of();
        List<Net> nets = new ArrayList<>();
        for (int each = 0; each < Integer.parseInt(arguments[2]); each++) {
            nets.add(new Descent(SEED + each, Integer.parseInt(arguments[3])).run(chats, dev));
            write(Path.of(arguments[0]), nets);
        }
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

        Net run(List<Annotated> chats, List<Annotated> dev) {
            List<Annotated> order = new ArrayList<>(chats);
            for (int round = 0; round < rounds; round++) {
                loss = 0;
                seen = 0;
                java.util.Collections.shuffle(order, random);
                for (int at = 0; at < order.size(); at++) {
                    double done = (round + at / (double) order.size()) / rounds;
                    rate = 0.0012 * Math.min(1, done * 20 + 0.1) * (0.02 + 0.98 * (1 + Math.cos(Math.PI * done)) / 2);
                    chat(changed(order.get(at)));
                    if (at % 30 == 29) {
                        System.out.printf(java.util.Locale.ROOT, "%d/%d loss %.4f%n", at, order.size(), loss / seen);
                    }
                }
                boolean last = round == rounds - 1 || round % 3 == 2;
                System.out.printf(
                        java.util.Locale.ROOT,
                        "round %d loss %.4f pairs %d owns %d %s%n",
                        round,
                        loss / seen,
                        net.pairs,
                        net.owns,
                        Measure.all(new Ranker(List.of(net)), last ? dev : List.of()));
            }
            return net;
        }

        private Annotated changed(Annotated chat) {
            double dice = random.nextDouble();
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

        private void back(Traits traits, float[] pair, float slope) {
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
                    float mean = means[layer][at] = 0.9f * means[layer][at] + 0.1f * slope;
                    float square = squares[layer][at] = 0.999f * squares[layer][at] + 0.001f * slope * slope;
                    weights[layer][at] -=
                            (float) (length * mean / (Math.sqrt(square) + 1e-8)) + decay * weights[layer][at];
                }
            }
        }
    }
}
