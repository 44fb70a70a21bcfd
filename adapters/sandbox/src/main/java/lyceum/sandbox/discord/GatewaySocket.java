package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import org.jspecify.annotations.Nullable;

/** What one client says on its WebSocket, and the answers: Discord's gateway v10 in JSON. */
final class GatewaySocket {
    private static final int LARGEST = 4_096;
    private static final int MOST_A_MINUTE = 120;
    private static final int HEARTBEAT = 41_250;

    private final DiscordSide side;
    private final GatewayConnection connection;
    private final String url;
    private final ArrayDeque<Long> received = new ArrayDeque<>();
    private @Nullable GatewaySession session;

    GatewaySocket(DiscordSide side, WsContext socket, String url) {
        this.side = side;
        this.url = url;
        String compress = socket.queryParam("compress");
        this.connection = new GatewayConnection(socket, side.wire().faults(), "zlib-stream".equals(compress));
        String version = socket.queryParam("v");
        if (version != null && !version.equals("10")) {
            connection.close(4012, "Invalid API version");
        } else if (!"json"
                .equals(Optional.ofNullable(socket.queryParam("encoding")).orElse("json"))) {
            connection.close(4002, "this gateway speaks JSON");
        } else {
            ObjectNode hello = Json.object().put("heartbeat_interval", HEARTBEAT);
            send(10, "HELLO", hello);
        }
    }

    synchronized void received(String text) {
        long now = System.nanoTime();
        received.addLast(now);
        while (now - received.getFirst() > 60_000_000_000L) {
            received.removeFirst();
        }
        if (received.size() > MOST_A_MINUTE) {
            connection.close(4008, "You are being rate limited.");
        } else if (text.length() > LARGEST) {
            connection.close(4002, "Error while decoding payload.");
        } else {
            decode(text);
        }
    }

    private void decode(String text) {
        try {
            JsonNode payload = Json.read(text);
            handle(payload.path("op").asInt(-1), payload.path("d"));
        } catch (Refused notJson) {
            connection.close(4002, "Error while decoding payload.");
        }
    }

    private void handle(int op, JsonNode d) {
        switch (op) {
            case 1 -> send(11, "HEARTBEAT_ACK", null);
            case 2 -> identify(d);
            case 6 -> resume(d);
            case 3, 4, 14, 31, 37, 43 -> needSession();
            case 8 -> {
                GatewaySession current = needSession();
                if (current != null) {
                    current.dispatch(Event.of("GUILD_MEMBERS_CHUNK", 0, new GuildFrames(side.guild()).chunk(d)));
                }
            }
            default -> connection.close(4001, "Unknown opcode.");
        }
    }

    private @Nullable GatewaySession needSession() {
        if (session == null) {
            connection.close(4003, "Not authenticated.");
        }
        return session;
    }

    private void identify(JsonNode d) {
        Optional<Bot> bot = bot(d);
        long intents = d.path("intents").asLong(-1);
        if (session != null) {
            connection.close(4005, "Already authenticated.");
        } else if (bot.isEmpty()) {
            connection.close(4004, "Authentication failed.");
        } else if (intents < 0 || (intents & ~Intents.KNOWN) != 0) {
            connection.close(4013, "Invalid intent(s).");
        } else if (d.has("shard")
                && (d.path("shard").path(0).asInt() >= d.path("shard").path(1).asInt())) {
            connection.close(4010, "Invalid shard.");
        } else {
            session = side.gateway().open(bot.get(), intents, connection, opened -> greet(opened, d));
        }
    }

    private void greet(GatewaySession opened, JsonNode identify) {
        ObjectNode ready =
                Json.object().put("v", 10).put("session_id", opened.id()).put("resume_gateway_url", url);
        ready.put("session_type", "normal");
        ready.set("user", opened.bot().self());
        ready.putArray("guilds")
                .addObject()
                .put("id", Long.toString(Snowflakes.GUILD))
                .put("unavailable", true);
        ready.set(
                "application",
                Json.object()
                        .put("id", Long.toString(opened.bot().id()))
                        .put("flags", opened.bot().application().path("flags").asInt()));
        ready.putArray("private_channels");
        ready.putArray("relationships");
        ready.putArray("presences");
        ready.putArray("guild_join_requests");
        ready.putArray("geo_ordered_rtc_regions");
        ready.putArray("_trace");
        ready.putObject("user_settings");
        if (identify.has("shard")) {
            ready.set("shard", identify.path("shard"));
        }
        opened.dispatch(Event.of("READY", 0, ready));
        opened.dispatch(
                Event.of("GUILD_CREATE", 0, new GuildFrames(side.guild()).created(opened.bot(), side.permissions())));
    }

    private void resume(JsonNode d) {
        Optional<Bot> bot = bot(d);
        if (bot.isEmpty()) {
            connection.close(4004, "Authentication failed.");
            return;
        }
        GatewaySession old =
                side.gateway().find(d.path("session_id").asText(), bot.get()).orElse(null);
        if (old == null || !old.resume(connection, d.path("seq").asLong(0))) {
            connection.send("INVALID_SESSION", "{\"t\":null,\"s\":null,\"op\":9,\"d\":false}");
            return;
        }
        session = old;
        old.dispatch(Event.of("RESUMED", 0, Json.object()));
    }

    private static Optional<Bot> bot(JsonNode d) {
        String token = d.path("token").asText();
        return Bot.withToken(token.startsWith("Bot ") ? token.substring(4) : token);
    }

    private void send(int op, String name, @Nullable ObjectNode d) {
        ObjectNode frame = Json.object().put("op", op);
        frame.putNull("t").putNull("s");
        frame.set("d", d);
        connection.send(name, new String(Json.bytes(frame), StandardCharsets.UTF_8));
    }

    /** The socket is gone; a client that left with 1000 or 1001 ended its session. */
    synchronized void closed(int status) {
        connection.gone();
        if (session != null) {
            session.detach(connection);
            if (status == 1000 || status == 1001) {
                side.gateway().drop(session);
            }
        }
    }
}
