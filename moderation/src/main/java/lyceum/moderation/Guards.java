package lyceum.moderation;

import java.util.Set;

/**
 * What keeps one rule, or one moderator, from doing much harm.
 *
 * @param twoPeople what a second moderator must confirm
 * @param many from how many people on a ban is one of many
 */
public record Guards(Set<TwoPeople> twoPeople, int many, Most most) {
    /** Nothing waits for a second moderator, who may not exist. */
    public static final Guards USUAL = new Guards(Set.of(), 3, new Most(60, 60, 300));

    public Guards {
        twoPeople = Set.copyOf(twoPeople);
    }

    /** What can wait for a second moderator. */
    public enum TwoPeople {
        /** A ban of many at once. */
        BANS,
        /** A rule that is to act again. */
        RULES
    }

    /**
     * How much is too much within a minute.
     *
     * @param rule how often a rule may act
     * @param moderator how many people a moderator may keep from speaking or put out
     * @param all how many messages all rules may take away, and people all moderators may keep from speaking or put out
     */
    public record Most(int rule, int moderator, int all) {}
}
