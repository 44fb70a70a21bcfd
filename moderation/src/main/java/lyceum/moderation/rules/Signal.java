package lyceum.moderation.rules;

/**
 * One objection of one rule.
 *
 * @param rule its name
 * @param version which wording of the rule
 * @param view what the rule looked at
 * @param start where the objection begins in the text, in UTF-16 units
 * @param end exclusive
 * @param severity from 0 to 1; what only a guess shows stays below {@link #SURE}
 * @param evidence what stands there, for the moderators
 */
public record Signal(String rule, int version, String view, int start, int end, double severity, String evidence) {
    /** From here on a signal may remove; below, it can only hold. */
    public static final double SURE = 0.9;

    private static final int LONGEST_EVIDENCE = 80;

    /** An objection to a stretch of a text, which is its own evidence. */
    static Signal of(Rule rule, String view, Post post, int start, int end, double severity) {
        int stop = Math.min(end, start + LONGEST_EVIDENCE);
        return new Signal(
                rule.name(),
                rule.version(),
                view,
                start,
                end,
                severity,
                post.text().substring(start, stop));
    }

    /** An objection to the whole text, with a reason. */
    static Signal whole(Rule rule, Post post, double severity, String evidence) {
        return new Signal(rule.name(), rule.version(), "text", 0, post.text().length(), severity, evidence);
    }
}
