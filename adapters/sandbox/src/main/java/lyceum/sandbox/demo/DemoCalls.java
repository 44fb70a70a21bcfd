package lyceum.sandbox.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Side;
import org.jspecify.annotations.Nullable;

/** What the demo page asks for: the story, a trial, and the board that shows both. */
public final class DemoCalls {
    private static final long HEARTBEAT_MILLIS = 15_000;

    private final Board board;
    private final Story story;
    private final Trial trial;
    private final boolean storyFirst;
    private final @Nullable Runnable killHub;
    private final Function<String, Map<String, String>> phrases;
    private volatile boolean closed;

    /**
     * @param direction how the demo is to go on
     * @param phrases the sandbox's phrases in a language
     */
    public DemoCalls(
            List<Side> sides, Scenery scenery, Direction direction, Function<String, Map<String, String>> phrases) {
        Cast cast = new Cast(sides);
        this.killHub = direction.killHub();
        this.board = new Board(cast.platforms(), killHub != null);
        this.story = new Story(cast, board, Story.Script.whole(), scenery);
        this.trial = new Trial(cast, scenery.world().feed(), board, killHub == null ? () -> {} : killHub);
        this.storyFirst = direction.story();
        this.phrases = phrases;
    }

    public void routes(RoutesConfig routes) {
        routes.post("/demo/story", ctx -> {
            ObjectNode body = body(ctx);
            boolean first = body.path("first").asBoolean(false);
            if (!first || storyFirst) {
                story.begin(first, words(body));
            }
            answer(ctx);
        });
        routes.post("/demo/break", ctx -> {
            ObjectNode body = body(ctx);
            Breakage breakage = Breakage.of(body.path("kind").asText())
                    .orElseThrow(() -> Refused.badRequest("kind: one of 429, disconnect, duplicate, kill"));
            if (breakage == Breakage.KILL && killHub == null) {
                throw Refused.conflict("the hub is another process here: kill it yourself");
            }
            trial.begin(breakage, words(body).getOrDefault("line-trial", "{0}"));
            answer(ctx);
        });
        routes.get("/demo/board", this::watch);
    }

    /** Ends what the board's readers wait for. */
    public void close() {
        closed = true;
        board.show(Story.Stand.UNTOLD);
    }

    private Map<String, String> words(ObjectNode body) {
        return phrases.apply(body.path("language").asText("en").equals("zh-Hans") ? "zh-Hans" : "en");
    }

    /** As server-sent events, for as long as somebody reads. */
    private void watch(Context ctx) throws InterruptedException {
        ctx.contentType("text/event-stream; charset=utf-8").header("Cache-Control", "no-store");
        try {
            OutputStream out = ctx.res().getOutputStream();
            long seen = 0;
            while (!closed) {
                Board.Shown shown = board.await(seen, HEARTBEAT_MILLIS);
                seen = shown.version();
                String line = "data: " + new String(Json.bytes(shown.json()), StandardCharsets.UTF_8) + "\n\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException gone) {
            ctx.status(499);
        }
    }

    private static ObjectNode body(Context ctx) {
        if (Json.read(ctx.bodyAsBytes()) instanceof ObjectNode object) {
            return object;
        }
        throw Refused.badRequest("the body must be a JSON object");
    }

    private static void answer(Context ctx) {
        ctx.contentType("application/json").result("{}");
    }
}
