package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.node.NullNode;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where EventSub's WebSockets come in. */
final class EventSubDoor {
    static final String PATH = "/twitch/eventsub";
    private static final int KEEPALIVE = 10;

    private final EventSub eventSub;
    private final Map<String, EventSubSession> sessions = new ConcurrentHashMap<>();

    EventSubDoor(EventSub eventSub) {
        this.eventSub = eventSub;
    }

    void hang(RoutesConfig routes) {
        for (String path : new String[] {PATH, PATH + "/", PATH + "/ws"}) {
            routes.ws(path, ws -> {
                ws.onConnect(this::enter);
                ws.onMessage(ctx -> {
                    EventSubSession session = sessions.get(ctx.sessionId());
                    if (session != null) {
                        session.received(NullNode.getInstance());
                    }
                });
                ws.onClose(ctx -> {
                    EventSubSession session = sessions.remove(ctx.sessionId());
                    if (session != null) {
                        eventSub.closed(session);
                        session.closed();
                    }
                });
            });
        }
    }

    private void enter(WsContext ctx) {
        String asked = ctx.queryParam("reconnect");
        EventSubSession old = asked == null ? null : eventSub.asked(asked);
        EventSubSession session =
                new EventSubSession(eventSub, ctx, keepalive(ctx.queryParam("keepalive_timeout_seconds")), old);
        if (asked != null && old == null) {
            session.close(4007, "invalid reconnect");
            return;
        }
        sessions.put(ctx.sessionId(), session);
        session.welcome();
        eventSub.opened(session);
    }

    private static int keepalive(@Nullable String asked) {
        return asked != null && asked.matches("[0-9]{2,3}") ? Math.clamp(Integer.parseInt(asked), 10, 600) : KEEPALIVE;
    }
}
