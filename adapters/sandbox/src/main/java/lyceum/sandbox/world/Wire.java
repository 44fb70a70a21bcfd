package lyceum.sandbox.world;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The wire of one platform: what goes over it is written down and may suffer a planned fault. */
public final class Wire {
    private static final double LONGEST_WAIT = 300;

    private final WorldClock clock;
    private final Faults faults = new Faults();
    private final RequestLog log = new RequestLog();

    public Wire(WorldClock clock) {
        this.clock = clock;
    }

    public Faults faults() {
        return faults;
    }

    public RequestLog log() {
        return log;
    }

    /**
     * Serves one request under the planned faults and logs it.
     *
     * @param path the path as the log shall show it, without tokens
     */
    public void serve(Context ctx, String path, FaultAnswers answers, Handler handler) throws Exception {
        String method = ctx.req().getMethod();
        Optional<Faults.Fault> fault = faults.take(Faults.OF_REQUESTS, method + " " + path);
        if (fault.isEmpty()) {
            handler.handle(ctx);
        } else {
            suffer(ctx, fault.get(), answers, handler);
        }
        log.answered(method, path, ctx.statusCode(), clock.now());
    }

    private static void suffer(Context ctx, Faults.Fault fault, FaultAnswers answers, Handler handler)
            throws Exception {
        switch (fault.kind()) {
            case "429" -> answers.tooMany(ctx, fault.secondsOr(1));
            case "500" -> answers.serverError(ctx);
            case "no-permission" -> answers.noPermission(ctx);
            case "slow" -> {
                pause(fault.secondsOr(2));
                handler.handle(ctx);
            }
            default -> {
                handler.handle(ctx);
                pause(fault.secondsOr(1));
                hangUp(ctx);
            }
        }
    }

    private static void pause(double seconds) throws InterruptedException {
        Thread.sleep((long) (Math.min(seconds, LONGEST_WAIT) * 1000));
    }

    /** Closes the connection without an answer. */
    public static void hangUp(Context ctx) {
        ctx.status(504);
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
