package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import lyceum.sandbox.world.FaultAnswers;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Helix over HTTP: addresses, tokens, errors, and what a request is allowed. */
final class HelixFront {
    static final String ROOT = "/twitch/helix";
    private static final Logger LOG = LoggerFactory.getLogger(HelixFront.class);
    private static final String BEARER = Tokens.HUB;
    private static final int POINTS = 800;

    private final Twitch twitch;
    private final Rates rates;

    HelixFront(Twitch twitch, Rates rates) {
        this.twitch = twitch;
        this.rates = rates;
    }

    /** One call: answers what goes out as JSON, or null for 204. */
    @FunctionalInterface
    interface Deed {
        @Nullable
        JsonNode perform(Ask ask);
    }

    /** One request, and the account whose token it bears. */
    record Ask(Context ctx, Account by) {
        String param(String name) {
            return maybe(name).orElseThrow(() -> HelixError.badRequest("Missing required parameter \"" + name + "\""));
        }

        Optional<String> maybe(String name) {
            String value = ctx.queryParam(name);
            return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
        }

        JsonNode body() {
            try {
                return Json.read(ctx.bodyAsBytes());
            } catch (Refused notJson) {
                throw HelixError.badRequest("The request body is not JSON");
            }
        }
    }

    void routes(RoutesConfig routes) {
        Helix helix = new Helix(twitch, new Speaking(twitch, rates));
        HelixEventSub eventSub = new HelixEventSub(twitch.eventSub());
        get(routes, "/users", helix::users);
        get(routes, "/channels", helix::channels);
        get(routes, "/streams", helix::streams);
        get(routes, "/chat/chatters", helix::chatters);
        get(routes, "/chat/settings", helix::settings);
        get(routes, "/moderation/moderators", helix::moderators);
        get(routes, "/moderation/banned", helix::banned);
        get(routes, "/subscriptions", helix::subscriptions);
        post(routes, "/chat/messages", helix::say);
        post(routes, "/moderation/bans", helix::ban);
        post(routes, "/moderation/automod/message", helix::decide);
        delete(routes, "/moderation/chat", helix::delete);
        delete(routes, "/moderation/bans", helix::unban);
        get(routes, "/eventsub/subscriptions", eventSub::list);
        post(routes, "/eventsub/subscriptions", eventSub::create);
        delete(routes, "/eventsub/subscriptions", eventSub::delete);
        routes.get("/twitch/oauth2/validate", this::validate);
        routes.post("/twitch/oauth2/token", this::renew);
    }

    private void get(RoutesConfig routes, String path, Deed deed) {
        routes.get(ROOT + path, ctx -> serve(ctx, deed));
    }

    private void post(RoutesConfig routes, String path, Deed deed) {
        routes.post(ROOT + path, ctx -> serve(ctx, deed));
    }

    private void delete(RoutesConfig routes, String path, Deed deed) {
        routes.delete(ROOT + path, ctx -> serve(ctx, deed));
    }

    private void serve(Context ctx, Deed deed) throws Exception {
        String path = ctx.path().substring("/twitch".length());
        twitch.wire().serve(ctx, path, new Faulty(), c -> perform(c, deed));
    }

    private void perform(Context ctx, Deed deed) {
        try {
            Account by = bearer(ctx);
            long until = rates.waiting(BEARER);
            if (until > 0) {
                tooMany(ctx, until);
                return;
            }
            ctx.header("Ratelimit-Limit", Integer.toString(POINTS))
                    .header("Ratelimit-Remaining", Integer.toString(POINTS - 1))
                    .header("Ratelimit-Reset", Long.toString(twitch.now().getEpochSecond() + 1));
            JsonNode answer = deed.perform(new Ask(ctx, by));
            if (answer == null) {
                ctx.status(204);
            } else {
                answer(ctx, answer);
            }
        } catch (HelixError refused) {
            if (refused.status() == 429) {
                ctx.header("Ratelimit-Remaining", "0").header("Ratelimit-Reset", Long.toString(rates.tell(BEARER, 30)));
            }
            refuse(ctx, refused);
        } catch (RuntimeException defect) {
            LOG.error("{} failed", ctx.path(), defect);
            refuse(ctx, new HelixError(500, "Internal Server Error", ""));
        }
    }

    private Account bearer(Context ctx) {
        String header = Optional.ofNullable(ctx.header("Authorization")).orElse("");
        String token = header.replaceFirst("^(Bearer|OAuth) ", "");
        if (token.equals(header)) {
            throw HelixError.unauthorized("OAuth token is missing");
        }
        if (!twitch.tokens().takes(token, twitch.now())) {
            throw HelixError.unauthorized("Invalid OAuth token");
        }
        return Accounts.HUB;
    }

    private void validate(Context ctx) throws Exception {
        twitch.wire().serve(ctx, "/oauth2/validate", new Faulty(), c -> {
            try {
                Account by = bearer(c);
                ObjectNode json = Json.object().put("client_id", Tokens.CLIENT).put("login", by.login());
                var scopes = json.putArray("scopes");
                twitch.tokens().scopes().forEach(scopes::add);
                answer(
                        c,
                        json.put("user_id", by.id())
                                .put("expires_in", twitch.tokens().left(twitch.now())));
            } catch (HelixError refused) {
                c.status(401);
                answer(c, Json.object().put("status", 401).put("message", "invalid access token"));
            }
        });
    }

    /** A new token for a refresh token, as an application with a secret asks for it. */
    private void renew(Context ctx) throws Exception {
        twitch.wire().serve(ctx, "/oauth2/token", new Faulty(), c -> {
            if (!twitch.tokens().knows(form(c, "client_id"), form(c, "client_secret"))) {
                c.status(403);
                answer(c, Json.object().put("status", 403).put("message", "invalid client secret"));
            } else if (!form(c, "grant_type").equals("refresh_token")
                    || !twitch.tokens().renew(form(c, "refresh_token"))) {
                c.status(400);
                answer(c, Json.object().put("status", 400).put("message", "Invalid refresh token"));
            } else {
                answer(
                        c,
                        Json.object()
                                .put("access_token", twitch.tokens().current())
                                .put("refresh_token", twitch.tokens().refresh())
                                .put("expires_in", twitch.tokens().left(twitch.now()))
                                .put("token_type", "bearer"));
            }
        });
    }

    private static String form(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).orElse("");
    }

    private static void tooMany(Context ctx, long until) {
        ctx.header("Ratelimit-Limit", Integer.toString(POINTS))
                .header("Ratelimit-Remaining", "0")
                .header("Ratelimit-Reset", Long.toString(until));
        refuse(ctx, new HelixError(429, "Too Many Requests", "You have exceeded your rate limit"));
    }

    private static void refuse(Context ctx, HelixError error) {
        ctx.status(error.status());
        answer(
                ctx,
                Json.object()
                        .put("error", error.error())
                        .put("status", error.status())
                        .put("message", error.words()));
    }

    private static void answer(Context ctx, JsonNode json) {
        ctx.contentType("application/json").result(Json.bytes(json));
    }

    private final class Faulty implements FaultAnswers {
        @Override
        public void tooMany(Context ctx, double seconds) {
            HelixFront.tooMany(ctx, rates.tell(BEARER, seconds));
        }

        @Override
        public void serverError(Context ctx) {
            refuse(ctx, new HelixError(500, "Internal Server Error", ""));
        }

        @Override
        public void noPermission(Context ctx) {
            refuse(ctx, HelixError.forbidden("The user in moderator_id is not one of the broadcaster's moderators."));
        }
    }
}
