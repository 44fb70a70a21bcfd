package lyceum.kernel.live;

/** What joins the processes cannot be reached now; the same call may work in a moment. */
public final class CutOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CutOff(String message) {
        super(message);
    }

    public CutOff(String message, Throwable cause) {
        super(message, cause);
    }
}
