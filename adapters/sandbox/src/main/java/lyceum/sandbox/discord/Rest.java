package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import lyceum.sandbox.world.FaultAnswers;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hangs Discord's REST routes on the server: with authorization, rates, planned faults, the log and errors in Discord's shape. */
final class Rest {
    private static final Logger LOG = LoggerFactory.getLogger(Rest.class);
    static final String BASE = "/discord/api/v10";

    private final DiscordSide side;
    private final RoutesConfig routes;
    private final Buckets buckets;

    /** What a route answers: a status with a body, or 204 without one. */
    record Answer(int status, @Nullable JsonNode body) {
        static final Answer NONE = new Answer(204, null);

        static Answer of(JsonNode body) {
            return new Answer(200, body);
        }

        static Answer created(JsonNode body) {
            return new Answer(201, body);
        }
    }

    /** A route. */
    @FunctionalInterface
    interface Route {
        Answer answer(Ask ask) throws Exception;
    }

    private enum Entry {
        BOT,
        TOKEN_IN_PATH,
        INTERACTION
    }

    Rest(DiscordSide side, RoutesConfig routes, Buckets buckets) {
        this.side = side;
        this.routes = routes;
        this.buckets = buckets;
    }

    void get(String path, Route route) {
        hang(HandlerType.GET, path, Entry.BOT, route);
    }

    void post(String path, Route route) {
        hang(HandlerType.POST, path, Entry.BOT, route);
    }

    void put(String path, Route route) {
        hang(HandlerType.PUT, path, Entry.BOT, route);
    }

    void patch(String path, Route route) {
        hang(HandlerType.PATCH, path, Entry.BOT, route);
    }

    void delete(String path, Route route) {
        hang(HandlerType.DELETE, path, Entry.BOT, route);
    }

    /** A route whose path carries a webhook's token; it needs no bot. */
    void withToken(HandlerType method, String path, Route route) {
        hang(method, path, Entry.TOKEN_IN_PATH, route);
    }

    /** A route of an interaction, which no global rate counts. */
    void ofInteraction(HandlerType method, String path, Route route) {
        hang(method, path, Entry.INTERACTION, route);
    }

    /** What no route answers is logged and answered as Discord answers it; hang this last. */
    void unknown() {
        for (HandlerType method :
                List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE)) {
            routes.addHttpHandler(method, "/discord/api/*", ctx -> {
                DiscordError unknown = DiscordError.unknown("Route");
                answer(ctx, new Answer(unknown.status(), unknown.body()));
                side.wire()
                        .log()
                        .answered(
                                method.name(),
                                ctx.path(),
                                unknown.status(),
                                side.clock().now());
            });
        }
    }

    private void hang(HandlerType method, String path, Entry entry, Route route) {
        routes.addHttpHandler(method, BASE + path, ctx -> {
            String shown = ctx.path().substring(BASE.length());
            String subject = method.name() + path + major(ctx, path);
            side.wire().serve(ctx, shown, faults(subject), same -> serve(same, subject, entry, route));
        });
    }

    private void serve(Context ctx, String subject, Entry entry, Route route) throws Exception {
        Optional<Bot> bot = bot(ctx);
        buckets.checkPenalty(subject);
        if (bot.isEmpty() && entry == Entry.BOT) {
            answer(ctx, new Answer(401, DiscordError.unauthorized().body()));
            return;
        }
        String caller = bot.map(Bot::username).orElse("without token");
        boolean counts = entry == Entry.BOT || (entry == Entry.TOKEN_IN_PATH && !isOfInteraction(ctx));
        if (counts && !buckets.passes(ctx, Buckets.Rate.GLOBAL, caller)) {
            return;
        }
        try {
            answer(ctx, route.answer(new Ask(ctx, bot.orElse(Bot.HUB))));
        } catch (DiscordError error) {
            answer(ctx, new Answer(error.status(), error.body()));
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException | ClassCastException defect) {
            LOG.error("a defect of the sandbox in {}", subject, defect);
            serverError(ctx);
        }
    }

    private static void serverError(Context ctx) {
        answer(
                ctx,
                new Answer(
                        500,
                        Json.object()
                                .put("message", "500: Internal Server Error")
                                .put("code", 0)));
    }

    /** Followups carry an application's id where a webhook's would stand. */
    private static boolean isOfInteraction(Context ctx) {
        String id = ctx.pathParamMap().getOrDefault("webhook", "");
        return Bot.ALL.stream().anyMatch(bot -> Long.toString(bot.id()).equals(id));
    }

    private static String major(Context ctx, String path) {
        StringBuilder major = new StringBuilder();
        for (String name : new String[] {"channel", "guild", "webhook"}) {
            if (path.contains("{" + name + "}")) {
                major.append(':').append(ctx.pathParam(name));
            }
        }
        return major.toString();
    }

    private static Optional<Bot> bot(Context ctx) {
        String given = ctx.header("Authorization");
        return given == null || !given.startsWith("Bot ")
                ? Optional.empty()
                : Bot.withToken(given.substring(4).strip());
    }

    static void answer(Context ctx, Answer answer) {
        ctx.status(answer.status());
        if (answer.body() != null) {
            ctx.contentType("application/json").result(Json.bytes(answer.body()));
        }
    }

    /** A route that is also held to a rate of its own, told in headers. */
    Route limited(Buckets.Rate rate, String parameter, Route route) {
        return ask -> {
            String subject = ask.bot().id() + ":" + ask.path(parameter);
            if (!buckets.passes(ask.ctx(), rate, subject)) {
                return new Answer(429, null);
            }
            try {
                return route.answer(ask);
            } finally {
                buckets.answered(rate, subject);
            }
        };
    }

    private FaultAnswers faults(String subject) {
        return new FaultAnswers() {
            @Override
            public void tooMany(Context ctx, double seconds) {
                buckets.checkPenalty(subject);
                Buckets.tooMany(ctx, seconds, false);
                buckets.punish(subject, seconds);
            }

            @Override
            public void serverError(Context ctx) {
                Rest.serverError(ctx);
            }

            @Override
            public void noPermission(Context ctx) {
                DiscordError error = DiscordError.missingPermissions();
                answer(ctx, new Answer(error.status(), error.body()));
            }
        };
    }
}
