package lyceum.sandbox.discord;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.RequestLog;
import lyceum.sandbox.world.World;

/** Discord's request rates by the world's clock: windows that begin with their first request, told in headers, counted when broken. */
final class Buckets {
    private static final int MANY = 10_000;
    /** Requests that were on their way when the global rate was first refused have not broken it. */
    private static final long IN_FLIGHT = 50;

    private final World world;
    private final RequestLog log;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final Map<String, Long> penalties = new ConcurrentHashMap<>();

    /** So many requests in so many milliseconds; {@code name} is what the header calls the bucket. */
    record Rate(String name, int limit, long millis) {
        static final Rate MESSAGES = new Rate("80c17d2f203122d936070c88c8d10f33", 5, 5_000);
        static final Rate WEBHOOK = new Rate("3cd1f278bd0ecaf11e0d2391919ffca9", 5, 2_000);
        static final Rate GLOBAL = new Rate("global", 50, 1_000);
    }

    /** One window of a bucket; guarded by itself. */
    private static final class Window {
        private long resetAt;
        private int used;
        private boolean announced;
        private long refusedAt;
    }

    Buckets(World world, RequestLog log) {
        this.world = world;
        this.log = log;
    }

    /** Whether the request may pass; if not, 429 is answered. */
    boolean passes(Context ctx, Rate rate, String subject) {
        if (!world.limited()) {
            return true;
        }
        Window window = windows.computeIfAbsent(rate.name() + subject, key -> new Window());
        long now = world.clock().millis();
        synchronized (window) {
            if (now >= window.resetAt || window.resetAt - now > rate.millis()) {
                window.resetAt = now + rate.millis();
                window.used = 0;
                window.announced = false;
            }
            if (window.used >= rate.limit()) {
                boolean global = rate.equals(Rate.GLOBAL);
                if (window.announced && !(global && now - window.refusedAt < IN_FLIGHT)) {
                    log.brokenLimit();
                }
                window.refusedAt = window.announced ? window.refusedAt : now;
                window.announced = true;
                tooMany(ctx, (window.resetAt - now) / 1000.0, global);
                headers(ctx, rate, window, now);
                return false;
            }
            window.used++;
            headers(ctx, rate, window, now);
        }
        if (windows.size() > MANY) {
            windows.values().removeIf(old -> now > old.resetAt);
        }
        return true;
    }

    /** The answer that said "none remaining" is on its way: from now on another request breaks the limit. */
    void answered(Rate rate, String subject) {
        Window window = windows.get(rate.name() + subject);
        if (window != null && !rate.equals(Rate.GLOBAL)) {
            synchronized (window) {
                window.announced |= window.used >= rate.limit();
            }
        }
    }

    private static void headers(Context ctx, Rate rate, Window window, long now) {
        if (rate.equals(Rate.GLOBAL)) {
            return;
        }
        double after = Math.max(0, window.resetAt - now) / 1000.0;
        ctx.header("X-RateLimit-Bucket", rate.name());
        ctx.header("X-RateLimit-Limit", Integer.toString(rate.limit()));
        ctx.header("X-RateLimit-Remaining", Integer.toString(Math.max(0, rate.limit() - window.used)));
        ctx.header("X-RateLimit-Reset-After", seconds(after));
        ctx.header("X-RateLimit-Reset", seconds(System.currentTimeMillis() / 1000.0 + after));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    static void tooMany(Context ctx, double seconds, boolean global) {
        ctx.status(429);
        ctx.header("Retry-After", Long.toString((long) Math.ceil(seconds)));
        ctx.header("X-RateLimit-Scope", global ? "global" : "user");
        if (global) {
            ctx.header("X-RateLimit-Global", "true");
        }
        ctx.header("X-RateLimit-Reset-After", seconds(seconds));
        ctx.contentType("application/json");
        ctx.result(Json.bytes(Json.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", seconds)
                .put("global", global)));
    }

    /** Begins a wait that a planned fault asks for; a request to the same subject within it is a broken limit. */
    void punish(String subject, double seconds) {
        penalties.put(subject, world.clock().millis() + (long) (seconds * 1000));
    }

    void checkPenalty(String subject) {
        Long until = penalties.isEmpty() ? null : penalties.get(subject);
        if (until != null) {
            if (world.clock().millis() < until) {
                log.brokenLimit();
            } else {
                penalties.remove(subject);
            }
        }
    }
}
