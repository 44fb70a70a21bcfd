package lyceum.sandbox.twitch;

/** A refusal of Helix, with its HTTP status. */
final class HelixError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String error;
    private final String words;

    HelixError(int status, String error, String words) {
        super(words, null, false, false);
        this.status = status;
        this.error = error;
        this.words = words;
    }

    static HelixError badRequest(String words) {
        return new HelixError(400, "Bad Request", words);
    }

    static HelixError unauthorized(String words) {
        return new HelixError(401, "Unauthorized", words);
    }

    static HelixError forbidden(String words) {
        return new HelixError(403, "Forbidden", words);
    }

    static HelixError notFound(String words) {
        return new HelixError(404, "Not Found", words);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String words() {
        return words;
    }
}
