package lyceum.lucene;

/** How surely the best hit is about what was asked: by its sense, how much of the question any entry knows, and agreement. */
final class Sureness {
    /** From here on the hub speaks. */
    static final double ENOUGH = 0.5;

    private static final double BIAS = -6;
    private static final double NEAR = 5;
    private static final double KNOWN = 2;
    private static final double AGREEMENT = 3;

    private Sureness() {}

    /** From 0 to 1. */
    static double of(Ranking ranking, Wanted wanted) {
        double sum = BIAS + NEAR * ranking.near(0) + KNOWN * wanted.known() + AGREEMENT * ranking.agreement();
        return 1 / (1 + Math.exp(-sum));
    }
}
