package lyceum.lucene;

/**
 * How surely the best hit is about what was asked. Where the sense of the words is known: by it, by how much of the question any
 * entry knows, and by how much the best hits agree. Else by how much of their words the two share.
 */
final class Sureness {
    /** From here on the hub speaks. */
    static final double ENOUGH = 0.5;

    private static final double BIAS = -12.4;
    private static final double NEAR = 13.1;
    private static final double KNOWN = 5.1;
    private static final double AGREEMENT = 1.05;
    private static final double UNLIKE = -7;
    private static final double SHARED = 11;

    private Sureness() {}

    /**
     * From 0 to 1.
     *
     * @param shared the share of their rarer words that question and best hit have in common, from 0 to 1
     */
    static double of(Ranking ranking, double known, double shared) {
        double sense = BIAS + NEAR * ranking.near(0) + KNOWN * known + AGREEMENT * ranking.agreement();
        double words = UNLIKE + SHARED * shared;
        return 1 / (1 + Math.exp(-Math.max(sense, words)));
    }
}
