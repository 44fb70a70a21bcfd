package lyceum.sandbox.twitch;

import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsContext;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.websocket.api.Callback;

/** The chat over WebSocket, at the root of the sandbox's address. */
final class IrcWeb {
    private final IrcDesk desk;
    private final Map<String, IrcSession> sessions = new ConcurrentHashMap<>();

    IrcWeb(IrcDesk desk) {
        this.desk = desk;
    }

    void hang(RoutesConfig routes) {
        routes.ws("/", ws -> {
            ws.onConnect(ctx -> {
                IrcSession session = new IrcSession(new Web(ctx));
                sessions.put(ctx.sessionId(), session);
                desk.opened(session);
            });
            ws.onMessage(ctx -> {
                IrcSession session = sessions.get(ctx.sessionId());
                if (session != null) {
                    desk.received(session, ctx.message());
                }
            });
            ws.onClose(ctx -> {
                IrcSession session = sessions.remove(ctx.sessionId());
                if (session != null) {
                    desk.closed(session);
                }
            });
        });
    }

    private record Web(WsContext socket) implements IrcSession.Transport {
        @Override
        public void put(String line) throws IOException {
            Callback.Completable sent = new Callback.Completable();
            socket.session.sendText(line + "\r\n", sent);
            try {
                sent.join();
            } catch (CompletionException gone) {
                throw new IOException(gone);
            }
        }

        @Override
        public void hangUp() {
            socket.session.disconnect();
        }
    }
}
