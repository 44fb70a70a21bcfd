package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** All gateway sessions: it tells an event to every session that may hear it. */
final class Gateway {
    private static final long RESUMABLE = TimeUnit.MINUTES.toNanos(10);

    private static final int MOST_LEFT = 5;

    private final List<GatewaySession> sessions = new CopyOnWriteArrayList<>();

    /** Opens a session whose first events are what {@code greeting} dispatches; what happens meanwhile comes after. */
    GatewaySession open(Bot bot, long intents, GatewayConnection connection, Consumer<GatewaySession> greeting) {
        forgetOld(bot);
        byte[] id = new byte[16];
        ThreadLocalRandom.current().nextBytes(id);
        GatewaySession session = new GatewaySession(HexFormat.of().formatHex(id), bot, intents);
        synchronized (session) {
            session.attach(connection);
            sessions.add(session);
            greeting.accept(session);
        }
        return session;
    }

    /** Sessions that nobody resumes go after ten minutes, and sooner when a bot left many behind. */
    private void forgetOld(Bot bot) {
        sessions.removeIf(session -> session.abandoned(RESUMABLE));
        List<GatewaySession> left = sessions.stream()
                .filter(session -> session.bot().equals(bot) && session.abandoned(0))
                .toList();
        sessions.removeAll(left.subList(0, Math.max(0, left.size() - MOST_LEFT)));
    }

    Optional<GatewaySession> find(String id, Bot bot) {
        return sessions.stream()
                .filter(session -> session.id().equals(id) && session.bot().equals(bot))
                .findFirst();
    }

    void drop(GatewaySession session) {
        sessions.remove(session);
    }

    /** Tells every bot that passes the test. */
    void tell(Event event, LongPredicate bots) {
        for (GatewaySession session : sessions) {
            if (bots.test(session.bot().id())) {
                session.dispatch(event);
            }
        }
    }

    void tell(String type, long intents, ObjectNode body) {
        tell(Event.of(type, intents, body), bot -> true);
    }

    void tellBot(long bot, String type, ObjectNode body) {
        tell(Event.of(type, 0, body), id -> id == bot);
    }

    void close() {
        sessions.forEach(session -> session.close(1001, "the sandbox stops"));
    }
}
