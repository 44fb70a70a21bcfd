package lyceum.community.polls.count;

/** How ballots become winners. */
public enum Method {
    /** Each ballot is one vote for its first choice. */
    PLURALITY,
    /** Each ballot is one vote for everything that it names. */
    APPROVAL,
    /** Points are added up. */
    SCORE,
    /** The last is eliminated until one has more than half of the votes that count; between the last two of as many the lot decides. */
    IRV,
    /** The single transferable vote, for several seats; for one it is {@link #IRV}. */
    STV,
    /** Ranked pairs: duels, the clearest first. */
    CONDORCET
}
