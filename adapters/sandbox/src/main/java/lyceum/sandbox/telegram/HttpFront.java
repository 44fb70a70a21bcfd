package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import lyceum.sandbox.world.FaultAnswers;
import lyceum.sandbox.world.Faults;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Bot API over HTTP: addresses, tokens, bodies, errors. */
final class HttpFront {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);

    private final BotApi api;
    private final Wire wire;

    HttpFront(BotApi api, Wire wire) {
        this.api = api;
        this.wire = wire;
    }

    void routes(RoutesConfig routes) {
        for (String root : List.of("/telegram", "")) {
            routes.get(root + "/bot{token}/{method}", this::serve);
            routes.post(root + "/bot{token}/{method}", this::serve);
            routes.get(root + "/file/bot{token}/<path>", this::file);
            routes.get(root + "/bot{token}", ctx -> answer(ctx, notFound("")));
        }
    }

    private void serve(Context ctx) throws Exception {
        String word = ctx.pathParam("method");
        Bot bot = api.bot(ctx.pathParam("token"));
        if (bot == null) {
            answer(ctx, stranger(ctx.pathParam("token")));
            return;
        }
        BotApi.Named method = api.method(word);
        String name = method == null ? word : method.name();
        Call call = new Call(ctx, bot, method);
        wire.serve(ctx, "/bot" + bot.id() + "/" + name, call, c -> call.perform());
    }

    /** A token that has a token's form is unknown; anything else is no address at all. */
    private static ApiError stranger(String token) {
        return token.matches("[0-9]{1,20}:[A-Za-z0-9_-]{1,80}")
                ? new ApiError(401, "Unauthorized", null)
                : notFound("");
    }

    private static ApiError notFound(String what) {
        return new ApiError(404, "Not Found" + what, null);
    }

    private static void answer(Context ctx, ApiError error) {
        ctx.status(error.code());
        JsonNode wait = error.json().path("parameters").path("retry_after");
        if (!wait.isMissingNode()) {
            ctx.header("Retry-After", wait.asText());
        }
        answer(ctx, error.json());
    }

    private static void answer(Context ctx, JsonNode json) {
        ctx.contentType("application/json").result(Json.bytes(json));
    }

    private void file(Context ctx) throws Exception {
        Bot bot = api.bot(ctx.pathParam("token"));
        FileShelf.Stored file = api.telegram().files().byPath(ctx.pathParam("path"));
        if (bot == null || file == null) {
            answer(ctx, bot == null ? stranger(ctx.pathParam("token")) : notFound(""));
            return;
        }
        Call call = new Call(ctx, bot, null);
        wire.serve(
                ctx,
                "/file/bot" + bot.id(),
                call,
                c -> c.contentType("application/octet-stream")
                        .result(file.upload().bytes()));
    }

    /** One call under way, and how it words its faults. */
    private final class Call implements FaultAnswers {
        private final Context ctx;
        private final Bot bot;
        private final BotApi.@org.jspecify.annotations.Nullable Named method;

        Call(Context ctx, Bot bot, BotApi.@org.jspecify.annotations.Nullable Named method) {
            this.ctx = ctx;
            this.bot = bot;
            this.method = method;
        }

        void perform() throws Exception {
            try {
                if (method == null) {
                    throw notFound(": method not found");
                }
                Ask ask = new Ask(api.telegram(), bot, RequestArgs.read(ctx));
                if (method.name().equals(BotApi.GET_UPDATES)) {
                    updates(api.updates().get(ask));
                } else {
                    answer(ctx, BotApi.ok(api.result(method, ask)));
                }
            } catch (ApiError refused) {
                answer(ctx, refused);
            } catch (RuntimeException defect) {
                LOG.error("{} failed", ctx.path().replaceFirst(":[^/]*", ""), defect);
                serverError(ctx);
            }
        }

        private void updates(List<UpdateQueue.Waiting> updates) {
            ArrayNode array = Json.array();
            for (UpdateQueue.Waiting update : updates) {
                String type = String.join(" ", (Iterable<String>) update.json()::fieldNames);
                Optional<Faults.Fault> fault = wire.faults().take(Faults.OF_FRAMES, type + " getUpdates");
                if (fault.isPresent() && fault.get().kind().equals("disconnect")) {
                    Wire.hangUp(ctx);
                    return;
                }
                array.add(update.json());
                if (fault.isPresent()) {
                    array.add(update.json());
                }
            }
            answer(ctx, BotApi.ok(array));
        }

        private String chat() {
            try {
                return api.chat(new Ask(api.telegram(), bot, RequestArgs.read(ctx)));
            } catch (ApiError unreadable) {
                return "";
            }
        }

        @Override
        public void tooMany(Context context, double seconds) {
            answer(context, api.rates().planned(bot, chat(), seconds));
        }

        @Override
        public void serverError(Context context) {
            answer(context, new ApiError(500, "Internal Server Error", null));
        }

        @Override
        public void noPermission(Context context) {
            answer(context, ApiError.forbidden("bot was kicked from the supergroup chat"));
        }
    }
}
