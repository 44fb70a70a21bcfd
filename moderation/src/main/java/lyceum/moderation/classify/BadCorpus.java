package lyceum.moderation.classify;

/** What is wrong with a file of examples, and where. */
public final class BadCorpus extends Exception {
    private static final long serialVersionUID = 1L;

    BadCorpus(String message) {
        super(message);
    }
}
