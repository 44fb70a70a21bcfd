package lyceum.kernel.person;

/** What a person asked Lyceum to respect. */
public enum Wish {
    /** What I say stays in the room where I say it. */
    NOT_RELAYED,
    /** Do not write to me in private. */
    NO_PRIVATE_MESSAGES
}
