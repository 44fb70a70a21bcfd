package lyceum.community.qna.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How many links of a chat are found, as the F of precision and recall over links, starts of threads among them. */
final class Measure {
    private Measure() {}

    /** As it is, without names, thinned, thinned without names at a slower pace; each with the baseline of the previous line. */
    static String all(Ranker ranker, List<Annotated> chats) {
        Random random = new Random(3);
        List<Annotated> nameless = new ArrayList<>();
        List<Annotated> thin = new ArrayList<>();
        List<Annotated> slow = new ArrayList<>();
        for (Annotated chat : chats) {
            nameless.add(chat.disguised(new Annotated.Disguise(1, 1, 60_000, false), random));
            Annotated less = chat.thinned(0.4, random);
            thin.add(less);
            slow.add(less.disguised(new Annotated.Disguise(0.7, 20, 1_000, true), random));
        }
        return String.format(
                Locale.ROOT,
                "plain %s nameless %s thin %s slow %s",
                f(ranker, chats),
                f(ranker, nameless),
                f(ranker, thin),
                f(ranker, slow));
    }

    static String f(Ranker ranker, List<Annotated> chats) {
        double[] counts = new double[4];
        for (Annotated chat : chats) {
            int[] found = ranker.parents(chat.lines());
            for (int at = 0; at < found.length; at++) {
                int[] parents = chat.parents().get(at);
                if (parents != null) {
                    counts[0]++;
                    counts[1] += parents.length;
                    for (int parent : parents) {
                        counts[2] += parent == found[at] ? 1 : 0;
                        counts[3] += parent == at - 1 ? 1 : 0;
                    }
                }
            }
        }
        return String.format(
                Locale.ROOT,
                "%.1f(%.1f)",
                200 * counts[2] / (counts[0] + counts[1]),
                200 * counts[3] / (counts[0] + counts[1]));
    }
}
