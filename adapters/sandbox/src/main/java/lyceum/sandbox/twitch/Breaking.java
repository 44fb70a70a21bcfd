package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Verb;
import org.jspecify.annotations.Nullable;

/** What goes wrong on Twitch by itself: servers that ask for a new connection, sockets that close, a token that ends. */
record Breaking(Twitch twitch) {
    private static final Map<Integer, String> CODES = Map.of(
            4000, "internal server error",
            4001, "client sent inbound traffic",
            4002, "client failed ping-pong",
            4003, "connection unused",
            4004, "reconnect grace time expired",
            4005, "network timeout",
            4006, "network error",
            4007, "invalid reconnect");

    Map<String, Verb> verbs() {
        return Map.of("reconnect", this::reconnect, "close", this::close, "token", this::token);
    }

    /** The servers ask every client to connect anew; connections by IRC that are still there after a while are closed. */
    private JsonNode reconnect(Call call) {
        Deeds.room(call);
        List<IrcSession> before = twitch.chat().sessions();
        twitch.chat().reconnect();
        twitch.eventSub().reconnect();
        double seconds = call.field("seconds").asDouble(5);
        Thread.ofVirtual().name("irc-retire").start(() -> {
            try {
                Thread.sleep((long) (Math.min(seconds, 60) * 1000));
                before.forEach(IrcSession::drop);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return Json.object().put("asked", before.size());
    }

    /** EventSub closes every connection with {@code code}, 4000 to 4007. */
    private JsonNode close(Call call) {
        Deeds.room(call);
        int code = call.field("code").asInt(4000);
        String reason = CODES.get(code);
        if (reason == null) {
            throw Refused.badRequest("code: 4000 to 4007");
        }
        twitch.eventSub().closeAll(code, reason);
        return Json.object().put("closed", code);
    }

    /** {@code valid} false takes the token back; {@code scopes} and {@code seconds} say what it may do and for how long. */
    private JsonNode token(Call call) {
        Deeds.room(call);
        boolean valid = call.field("valid").asBoolean(true);
        JsonNode asked = call.field("scopes");
        List<String> scopes = new ArrayList<>();
        asked.forEach(scope -> scopes.add(scope.asText()));
        @Nullable
        Instant until = call.field("seconds").isNumber()
                ? twitch.now().plusSeconds(call.field("seconds").asLong())
                : null;
        twitch.tokens().set(Tokens.state(valid, asked.isArray() ? scopes : null, until));
        if (!valid) {
            twitch.eventSub().revoke();
        }
        return Json.object().put("valid", valid);
    }
}
