package lyceum.sandbox.world;

import io.javalin.http.Context;

/** How one platform words the faults of requests. */
public interface FaultAnswers {

    /** Answers 429, asks for that wait, and remembers it, so that a request within it counts as a broken limit. */
    void tooMany(Context ctx, double seconds);

    void serverError(Context ctx);

    void noPermission(Context ctx);
}
