package lyceum.community.polls.count;

import java.util.ArrayList;
import java.util.List;
import lyceum.community.polls.count.Tabulation.Tie;
import lyceum.kernel.chance.Words;

/** Breaks ties by the stream of a published seed, and notes how. */
final class Ties {
    private final Words words;
    private List<Tie> noted = new ArrayList<>();

    Ties(byte[] seed) {
        words = Words.forTies(seed);
    }

    /**
     * One of some; no word is taken where there is only one.
     *
     * @param among in the order of the options
     */
    <T> T pick(List<T> among, java.util.function.Function<T, String> name) {
        if (among.size() == 1) {
            return among.getFirst();
        }
        T picked = among.get((int) words.below(among.size()));
        noted.add(new Tie(among.stream().map(name).toList(), name.apply(picked)));
        return picked;
    }

    /** The ties since the last call. */
    List<Tie> taken() {
        List<Tie> taken = noted;
        noted = new ArrayList<>();
        return taken;
    }
}
