package lyceum.kernel.platform;

/** The ability to show people, while they type, how it may go on. */
public interface Completes {
    /** Called once, before {@link Platform#start}. Where it was not called, nothing is suggested. */
    void completeFrom(Suggestions suggestions);
}
