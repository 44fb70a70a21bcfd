package lyceum.kernel.search;

import java.util.List;

/** Finds what was written; safe for any number of threads, and never on the lane: it reads files. */
public interface Search {
    /** The best entries, best first; at most {@code asked.top()}. Never null; empty where nothing fits, or nothing surely enough. */
    List<Hit> search(Asked asked);

    /**
     * What somebody looks for.
     *
     * @param top how many entries at most, from 1
     * @param onlyIfSure whether to keep silent where the best entry may well be about something else
     * @param growing whether they still type, so that the last word may be the beginning of one
     */
    record Asked(String text, int top, boolean onlyIfSure, boolean growing) {
        public Asked {
            if (top < 1) {
                throw new IllegalArgumentException("at least one hit: " + top);
            }
        }

        /** What is written to its end. */
        public Asked(String text, int top, boolean onlyIfSure) {
            this(text, top, onlyIfSure, false);
        }
    }

    /**
     * An entry that fits.
     *
     * @param id as it was indexed
     * @param score higher is better; compares hits of one search only
     * @param sure from 0 to 1, how surely the best hit of this search is about what was asked
     * @param why the words of the entry for which it was found, the weightiest first
     */
    record Hit(String id, String text, double score, double sure, List<Match> why) {
        public Hit {
            why = List.copyOf(why);
        }
    }

    /** A part of an entry's text by UTF-16 offsets, {@code end} exclusive, and its share of the score, from 0 to 1. */
    record Match(int start, int end, double share) {}
}
