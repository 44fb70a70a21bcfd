package lyceum.sandbox.twitch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lyceum.sandbox.world.Faults;
import org.jspecify.annotations.Nullable;

/** Everybody who is connected by IRC, and what all of them are told. */
final class Chat {
    private final Faults faults;
    private final Set<IrcSession> sessions = ConcurrentHashMap.newKeySet();

    Chat(Faults faults) {
        this.faults = faults;
    }

    void enter(IrcSession session) {
        sessions.add(session);
    }

    void leave(IrcSession session) {
        sessions.remove(session);
    }

    /**
     * Tells everybody in the channel; a planned fault of frames hits the line on every connection. Never waits.
     *
     * @param words the line, with tags or without
     */
    void tell(String name, @Nullable IrcSession but, Function<Boolean, String> words) {
        List<IrcSession> hearing = sessions.stream()
                .filter(session -> session.hears() && session != but)
                .toList();
        if (hearing.isEmpty()) {
            return;
        }
        String tagged = words.apply(true);
        String bare = words.apply(false);
        Optional<Faults.Fault> fault = faults.take(Faults.OF_FRAMES, name);
        boolean drops = fault.isPresent() && fault.get().kind().equals("disconnect");
        for (IrcSession session : hearing) {
            if (drops) {
                session.drop();
                continue;
            }
            String line = session.tagged() ? tagged : bare;
            session.send(line);
            if (fault.isPresent()) {
                session.send(line);
            }
        }
    }

    /** Tells those who asked for comings and goings. */
    void tellMembers(String line) {
        sessions.stream()
                .filter(session -> session.hears() && session.hasMembership())
                .forEach(session -> session.send(line));
    }

    /** Asks every client to connect anew, and lets its present connection live a while. */
    void reconnect() {
        sessions.forEach(session -> session.send(":tmi.twitch.tv RECONNECT"));
    }

    /** Hangs up on those who are connected now. */
    List<IrcSession> sessions() {
        return List.copyOf(sessions);
    }

    void close() {
        sessions.forEach(IrcSession::drop);
    }
}
