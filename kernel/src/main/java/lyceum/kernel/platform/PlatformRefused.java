package lyceum.kernel.platform;

/** A platform does not let us in and never will as things are; the message says what to do about it, without secrets. */
public final class PlatformRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public PlatformRefused(String message) {
        super(message);
    }
}
