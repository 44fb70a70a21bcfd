package lyceum.sandbox.discord;

import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where WebSockets come in, and which client's words are whose. */
final class GatewayDoor {
    static final String PATH = "/discord/gateway";

    private final DiscordSide side;
    private final Map<String, GatewaySocket> sockets = new ConcurrentHashMap<>();

    GatewayDoor(DiscordSide side) {
        this.side = side;
    }

    void hang(RoutesConfig routes) {
        for (String path : new String[] {PATH, PATH + "/"}) {
            routes.ws(path, ws -> {
                ws.onConnect(ctx -> sockets.put(ctx.sessionId(), new GatewaySocket(side, ctx, side.gatewayUrl())));
                ws.onMessage(ctx -> socket(ctx).received(ctx.message()));
                ws.onBinaryMessage(ctx -> ctx.closeSession(4002, "Error while decoding payload."));
                ws.onClose(ctx -> {
                    GatewaySocket gone = sockets.remove(ctx.sessionId());
                    if (gone != null) {
                        gone.closed(ctx.status());
                    }
                });
            });
        }
    }

    private GatewaySocket socket(WsContext ctx) {
        GatewaySocket socket = sockets.get(ctx.sessionId());
        if (socket == null) {
            throw new IllegalStateException("a message on a socket that never opened");
        }
        return socket;
    }
}
