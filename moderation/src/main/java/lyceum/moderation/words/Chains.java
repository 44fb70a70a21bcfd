package lyceum.moderation.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phrases with gaps: a star between two words stands for whatever is said there, if it is not long. */
final class Chains {
    private static final Pattern GAP = Pattern.compile("\\s+\\*(?:\\s+\\*)*\\s+");
    private static final int LONGEST_GAP = 40;
    private final List<Chain> chains = new ArrayList<>();
    private final BitSet links = new BitSet();

    /** One phrase: its number, and the numbers of its words in a row. */
    private static final class Chain {
        private final int number;
        private final int[] links;

        private Chain(int number, int[] links) {
            this.number = number;
            this.links = links;
        }
    }

    /** The words between the gaps; one where there is none. */
    static String[] words(String phrase) {
        return GAP.split(phrase.strip());
    }

    void add(int number, int[] parts) {
        chains.add(new Chain(number, parts));
        for (int part : parts) {
            links.set(part);
        }
    }

    /** Puts phrases in the place of their words, which mean nothing alone. */
    List<Hit> join(List<Hit> hits) {
        if (chains.isEmpty() || hits.isEmpty()) {
            return hits;
        }
        List<Hit> joined = new ArrayList<>();
        for (Hit hit : hits) {
            if (!links.get(hit.term())) {
                joined.add(hit);
            }
        }
        for (Chain chain : chains) {
            for (Hit first : hits) {
                Hit whole = first.term() == chain.links[0] ? whole(chain, first, hits) : null;
                if (whole != null && joined.stream().noneMatch(whole::overlaps)) {
                    joined.add(whole);
                }
            }
        }
        return List.copyOf(joined);
    }

    private static @Nullable Hit whole(Chain chain, Hit first, List<Hit> hits) {
        Hit last = first;
        Sight sight = first.sight();
        for (int index = 1; index < chain.links.length; index++) {
            Hit next = nearest(chain.links[index], last.end(), hits);
            if (next == null) {
                return null;
            }
            sight = next.sight().compareTo(sight) > 0 ? next.sight() : sight;
            last = next;
        }
        return new Hit(chain.number, sight, first.start(), last.end());
    }

    private static @Nullable Hit nearest(int link, int from, List<Hit> hits) {
        Hit nearest = null;
        for (Hit hit : hits) {
            boolean follows = hit.term() == link && hit.start() >= from && hit.start() - from <= LONGEST_GAP;
            if (follows && (nearest == null || hit.start() < nearest.start())) {
                nearest = hit;
            }
        }
        return nearest;
    }
}
