package lyceum.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import lyceum.sandbox.world.Json;

/**
 * A public beacon of this world, told by relays as drand's tell theirs: under {@code /beacon/RELAY/CHAIN/public/ROUND}, where any word
 * is a relay, and a round is there when its time has come.
 *
 * @param chain by which relays know it, in hex
 * @param genesis when round 1 came, in seconds
 * @param period seconds from round to round
 * @param rounds what relays tell of a round: its signature and its randomness
 */
public record PlayedBeacon(String chain, long genesis, long period, LongFunction<Told> rounds) {
    /** A world without a beacon. */
    public static final PlayedBeacon NONE = new PlayedBeacon("", 0, 1, _ -> new Told("", ""));

    /** A round as it is told, in hex. */
    public record Told(String signature, String randomness) {}

    /** @param now the time of this world */
    void routes(RoutesConfig routes, Supplier<Instant> now) {
        routes.get("/beacon/{relay}/{chain}/public/{round}", ctx -> {
            long newest = newest(now.get());
            String asked = ctx.pathParam("round");
            long round = asked.equals("latest") ? newest : asked.matches("[0-9]{1,18}") ? Long.parseLong(asked) : 0;
            if (chain.isEmpty() || !ctx.pathParam("chain").equals(chain) || round < 1) {
                ctx.status(HttpStatus.NOT_FOUND);
            } else if (round > newest) {
                ctx.status(425); // too early, as drand's relays say it
            } else {
                tell(ctx, round);
            }
        });
    }

    private void tell(Context ctx, long round) {
        Told told = rounds.apply(round);
        ObjectNode body = Json.object()
                .put("round", round)
                .put("randomness", told.randomness())
                .put("signature", told.signature());
        ctx.contentType("application/json").result(body.toString());
    }

    private long newest(Instant now) {
        return (now.getEpochSecond() - genesis) / period + 1;
    }
}
