package lyceum.community.polls.count;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import lyceum.community.polls.count.Tabulation.Tie;
import lyceum.kernel.chance.Words;

/** Breaks ties by lot, and notes how. */
final class Ties {
    private final ToIntFunction<List<String>> lot;
    private List<Tie> noted = new ArrayList<>();

    /** @param lot the place of one among several names, which stand in the order of the options */
    Ties(ToIntFunction<List<String>> lot) {
        this.lot = lot;
    }

    /** Lots are drawn from the stream of a published seed. */
    static Ties seeded(byte[] seed) {
        Words words = Words.forTies(seed);
        return new Ties(among -> (int) words.below(among.size()));
    }

    /**
     * One of some; no lot is drawn where there is only one.
     *
     * @param among in the order of the options
     */
    <T> T pick(List<T> among, Function<T, String> name) {
        if (among.size() == 1) {
            return among.getFirst();
        }
        List<String> names = among.stream().map(name).toList();
        T picked = among.get(lot.applyAsInt(names));
        noted.add(new Tie(names, name.apply(picked)));
        return picked;
    }

    /** The ties since the last call. */
    List<Tie> taken() {
        List<Tie> taken = noted;
        noted = new ArrayList<>();
        return taken;
    }
}
