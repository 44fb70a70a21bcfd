package lyceum.sandbox.world;

/** A call to the sandbox's people that cannot be done, with the HTTP status that says why. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    public Refused(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public static Refused badRequest(String message) {
        return new Refused(400, message);
    }

    public static Refused notFound(String message) {
        return new Refused(404, message);
    }

    /** The platform has no such thing, or the person may not do it there. */
    public static Refused conflict(String message) {
        return new Refused(409, message);
    }

    public int status() {
        return status;
    }

    /** The text of the refusal, never null. */
    public String reason() {
        String message = getMessage();
        return message == null ? "refused" : message;
    }
}
