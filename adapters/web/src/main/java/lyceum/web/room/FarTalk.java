package lyceum.web.room;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import lyceum.kernel.live.CutOff;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.jspecify.annotations.Nullable;

/**
 * What viewers say to the hub at another process: everybody may read at once; who they are, and what becomes of what they say, the hub
 * alone decides. While it is away they are told so, and afterwards their pages say again what was not answered.
 */
final class FarTalk implements Host {
    private static final long STUCK_NANOS = 30_000_000_000L;
    private static final long CATCHES_UP_NANOS = 3_000_000_000L;

    private final Predicate<String> hub;
    private final Rooms rooms;
    private final Collection<Hall> halls;
    private final Map<Viewer, Optional<Caller>> open = new ConcurrentHashMap<>();
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();
    private final Map<Caller, Long> early = new ConcurrentHashMap<>();
    private final AtomicLong seats = new AtomicLong();
    private volatile boolean here = true;

    /** @param hub takes what goes to it; false where too much is waiting */
    FarTalk(Predicate<String> hub, Rooms rooms, Collection<Hall> halls) {
        this.hub = hub;
        this.rooms = rooms;
        this.halls = halls;
    }

    boolean isHere() {
        return here;
    }

    int viewers() {
        return open.size();
    }

    @Override
    public Flood flood() {
        return new Flood(rooms.messagesASecond(), System.nanoTime());
    }

    @Override
    public void opened(Viewer viewer) {
        open.put(viewer, Optional.empty());
    }

    @Override
    public void said(Viewer viewer, String text) {
        Optional<Message> read = Message.read(text);
        Optional<Caller> caller = open.getOrDefault(viewer, Optional.empty());
        if (read.isEmpty()) {
            viewer.close(CloseStatus.POLICY_VIOLATION, "not a message");
        } else if (caller.isPresent()) {
            said(caller.get(), read.get());
        } else if (read.get().verb().equals("hello")) {
            hello(viewer, read.get());
        } else {
            viewer.close(CloseStatus.POLICY_VIOLATION, "say hello first");
        }
    }

    private void hello(Viewer viewer, Message hello) {
        Caller caller = new Caller(Long.toString(seats.incrementAndGet()), viewer, hello);
        open.replace(viewer, Optional.of(caller));
        callers.put(caller.seat(), caller);
        if (viewer.hall().hasReached(caller.seen())) {
            enters(caller);
        } else {
            early.put(caller, System.nanoTime() + CATCHES_UP_NANOS);
        }
        if (here) {
            pass(caller, caller.hello());
        }
    }

    private void enters(Caller caller) {
        try {
            caller.viewer().enters(Caller.NOBODY, caller.seen());
            if (!here) {
                caller.viewer().tell(away(true));
            }
        } catch (CutOff e) {
            caller.viewer().close(CloseStatus.TRY_AGAIN_LATER, "cut off");
        }
    }

    /** Whoever saw more elsewhere than this process had heard of comes in once it has, and is shown nothing twice. One thread. */
    void caughtUp() {
        long now = System.nanoTime();
        early.forEach((caller, until) -> {
            if (caller.viewer().hall().hasReached(caller.seen()) || now - until > 0) {
                early.remove(caller);
                enters(caller);
            }
        });
    }

    /** A word of an own kind is the process's alone. */
    private void said(Caller caller, Message message) {
        String verb = message.verb();
        if (verb.equals("hello") || verb.equals("bye")) {
            caller.viewer().close(CloseStatus.POLICY_VIOLATION, "hello is said once");
        } else if (caller.isKnown()) {
            pass(caller, caller.said(message));
        } else if (!caller.waits(message)) {
            caller.viewer().close(CloseStatus.TRY_AGAIN_LATER, "the hub is away");
        }
    }

    private void pass(Caller caller, Wire.Said said) {
        if (!hub.test(said.text())) {
            caller.viewer().close(CloseStatus.TRY_AGAIN_LATER, "the hub is away");
        }
    }

    @Override
    public void closed(Viewer viewer) {
        Optional<Caller> left = open.remove(viewer);
        if (left != null && left.isPresent()) {
            Caller caller = left.get();
            callers.remove(caller.seat());
            early.remove(caller);
            if (caller.isKnown()) {
                var _ = hub.test(caller.said(Message.of("bye")).text());
            }
        }
    }

    /** What the hub answers one of them. One thread. */
    void answered(String text) {
        Wire.Answered answer = Wire.Answered.read(text);
        Caller caller = callers.get(answer.seat());
        if (caller == null) {
            return;
        }
        if (answer.frame().isEmpty()) {
            caller.viewer().close(answer.code(), answer.reason());
            return;
        }
        caller.viewer().tell(answer.frame());
        if (answer.frame().startsWith("{\"is\":\"you\"")) {
            var you = Wire.read(answer.frame());
            boolean first = !caller.isKnown();
            String account = you.path("account").asText();
            String name = you.path("name").asText();
            Guest guest = new Guest(
                    Ids.author(account), account, name, Caller.NOBODY.standing(), false, Caller.NOBODY.until());
            if (first) {
                caller.viewer().hall().knows(caller.viewer(), guest, caller.seen());
            }
            caller.is(you.path("pass").asText(), name).forEach(said -> pass(caller, said));
        }
    }

    /** Whether the hub can be reached; tells everybody where that has changed. One thread. */
    void hubIs(boolean there) {
        if (there == here) {
            return;
        }
        here = there;
        if (there) {
            callers.values().stream()
                    .filter(caller -> !caller.isKnown())
                    .forEach(caller -> pass(caller, caller.hello()));
        }
        halls.forEach(hall -> hall.tell(away(!there)));
    }

    private static String away(boolean is) {
        return "{\"is\":\"hub\",\"away\":" + is + "}";
    }

    /** Asks everybody whether they are still there. */
    void beat(long now) {
        open.keySet().forEach(viewer -> viewer.beat(now, STUCK_NANOS));
    }

    void close(String why) {
        open.keySet().forEach(viewer -> viewer.close(CloseStatus.TRY_AGAIN_LATER, why));
    }

    /** A viewer of this process, or null where there is no such room. */
    @Nullable
    Viewer viewer(@Nullable Hall hall, lyceum.kernel.person.Language language) {
        return hall == null ? null : new Viewer(hall, this, language);
    }
}
