package lyceum.moderation;

/** What a rule asks for, in rising order. */
public enum Severity {
    /** A moderator decides. */
    HOLD,
    /** It goes. */
    REMOVE
}
