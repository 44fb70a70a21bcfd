package lyceum.kernel.person;

/** What a person may do, in rising order: each standing includes those before it. */
public enum Standing {
    FAN,
    MODERATOR,
    CREATOR;

    public boolean atLeast(Standing needed) {
        return compareTo(needed) >= 0;
    }
}
