package lyceum.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Faults;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Side;
import lyceum.sandbox.world.Verb;
import lyceum.sandbox.world.World;

/** The calls under {@code /sandbox}: what the sandbox's people do and see, its faults, log, limits and clock. */
final class SandboxCalls {
    private static final Duration LONGEST_POLL = Duration.ofSeconds(25);

    private final World world;
    private final Map<String, Side> sides;

    SandboxCalls(World world, List<Side> sides) {
        this.world = world;
        this.sides = sides.stream().collect(Collectors.toMap(Side::name, Function.identity()));
    }

    void routes(RoutesConfig routes) {
        routes.exception(Refused.class, (refused, ctx) -> {
            ctx.status(refused.status());
            answer(ctx, Json.object().put("error", refused.reason()));
        });
        routes.get(
                "/sandbox/limits",
                ctx -> answer(
                        ctx, Json.object().put("limits", world.limits().name().toLowerCase(Locale.ROOT))));
        routes.get("/sandbox/clock", this::readClock);
        routes.put("/sandbox/clock", this::setClock);
        routes.post("/sandbox/{platform}/faults", this::planFault);
        routes.delete("/sandbox/{platform}/faults", ctx -> {
            side(ctx).wire().faults().clear();
            answer(ctx, Json.object());
        });
        routes.get(
                "/sandbox/{platform}/log",
                ctx -> answer(ctx, side(ctx).wire().log().json()));
        routes.get("/sandbox/{platform}/commands", ctx -> answer(ctx, side(ctx).commands(who(ctx))));
        routes.get(
                "/sandbox/{platform}/people/{name}",
                ctx -> answer(ctx, side(ctx).person(ctx.pathParam("name"))));
        routes.get(
                "/sandbox/{platform}/private/{name}/messages",
                ctx -> answer(ctx, side(ctx).privateMessages(ctx.pathParam("name"))));
        routes.get(
                "/sandbox/{platform}/{room}/messages",
                ctx -> answer(ctx, side(ctx).messages(ctx.pathParam("room"), ctx.queryParam("who"), last(ctx))));
        routes.get("/sandbox/{platform}/{room}/typing", ctx -> {
            ArrayNode typing = Json.array();
            world.typists().in(side(ctx).name() + "/" + ctx.pathParam("room")).forEach(typing::add);
            answer(ctx, typing);
        });
        routes.post("/sandbox/{platform}", ctx -> perform(ctx, "", ""));
        routes.post("/sandbox/{platform}/{verb}", ctx -> perform(ctx, "", ctx.pathParam("verb")));
        routes.post(
                "/sandbox/{platform}/{room}/{verb}", ctx -> perform(ctx, ctx.pathParam("room"), ctx.pathParam("verb")));
    }

    private void perform(Context ctx, String room, String word) throws InterruptedException {
        Side side = side(ctx);
        Verb verb = side.verbs().get(word);
        if (verb == null) {
            throw Refused.conflict(side.name() + " has no " + word);
        }
        answer(ctx, verb.perform(new Call(room, body(ctx))));
    }

    private Side side(Context ctx) {
        String platform = ctx.pathParam("platform");
        Side side = sides.get(platform);
        if (side == null) {
            throw Refused.notFound("no platform " + platform + "; there are " + sides.keySet());
        }
        return side;
    }

    private static String who(Context ctx) {
        String who = ctx.queryParam("who");
        if (who == null) {
            throw Refused.badRequest("who: missing");
        }
        return who;
    }

    /** How many messages are asked for; all, where nothing is said of it. */
    private static int last(Context ctx) {
        String last = ctx.queryParam("last");
        if (last == null) {
            return Integer.MAX_VALUE;
        }
        if (!last.matches("[0-9]{1,9}")) {
            throw Refused.badRequest("last: not a number of messages: " + last);
        }
        return Integer.parseInt(last);
    }

    private void planFault(Context ctx) {
        Call call = new Call("", body(ctx));
        JsonNode seconds = call.field("seconds");
        var fault = new Faults.Fault(call.text("kind"), seconds.isNumber() ? Double.valueOf(seconds.asDouble()) : null);
        side(ctx)
                .wire()
                .faults()
                .plan(fault, call.field("count").asInt(1), call.maybe("method").orElse(null));
        answer(ctx, Json.object());
    }

    private void readClock(Context ctx) throws InterruptedException {
        String after = ctx.queryParam("after");
        if (after != null) {
            world.clock().awaitSetting(instant(after), LONGEST_POLL);
        }
        answer(ctx, clock());
    }

    private void setClock(Context ctx) {
        world.clock().set(instant(new Call("", body(ctx)).text("now")));
        answer(ctx, clock());
    }

    private ObjectNode clock() {
        Instant mark = world.clock().mark();
        return Json.object().put("now", Json.time(world.clock().now())).put("set", Json.time(mark));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refused.badRequest("not a time in ISO 8601 with an offset: " + text);
        }
    }

    private static ObjectNode body(Context ctx) {
        if (Json.read(ctx.bodyAsBytes()) instanceof ObjectNode object) {
            return object;
        }
        throw Refused.badRequest("the body must be a JSON object");
    }

    private static void answer(Context ctx, JsonNode json) {
        ctx.contentType("application/json").result(Json.bytes(json));
    }
}
