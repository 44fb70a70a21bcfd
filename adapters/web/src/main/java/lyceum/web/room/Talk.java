package lyceum.web.room;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import org.eclipse.jetty.websocket.core.CloseStatus;

/** What viewers say to the hub, and what it answers them. */
final class Talk {
    private static final Duration STUCK = Duration.ofSeconds(30);
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(20);

    private final Entrance entrance;
    private final Nicknames nicknames;
    private final Saying saying;
    private final Phrases phrases;
    private final Set<Viewer> open = ConcurrentHashMap.newKeySet();
    private long pinged = System.nanoTime();

    Talk(Entrance entrance, Phrases phrases, Saying saying) {
        this.entrance = entrance;
        this.nicknames = entrance.nicknames();
        this.phrases = phrases;
        this.saying = saying;
    }

    int viewers() {
        return open.size();
    }

    /** How much one connection may send. */
    Flood flood() {
        return new Flood(saying.messagesASecond(), System.nanoTime());
    }

    void opened(Viewer viewer) {
        open.add(viewer);
    }

    void closed(Viewer viewer) {
        open.remove(viewer);
        Guest guest = viewer.guest();
        if (guest != null && !guest.member() && guest.speaks()) {
            nicknames.leave(guest.account(), guest.name());
        }
    }

    /** Now and then: everybody is asked whether they are there, and rooms that are too busy slow down. Desk's thread only. */
    void beat() {
        long now = System.nanoTime();
        saying.count(now);
        if (now - pinged > BETWEEN_PINGS.toNanos()) {
            pinged = now;
            open.forEach(viewer -> viewer.beat(now, STUCK.toNanos()));
        }
    }

    void close() {
        open.forEach(viewer -> viewer.close(CloseStatus.SHUTDOWN, "the hub stops"));
    }

    void said(Viewer viewer, String text) {
        Optional<Message> read = Message.read(text);
        if (read.isEmpty()) {
            viewer.close(CloseStatus.POLICY_VIOLATION, "not a message");
            return;
        }
        Message message = read.get();
        Guest guest = viewer.guest();
        if (guest == null) {
            if (message.verb().equals("hello")) {
                hello(viewer, message);
            } else {
                viewer.close(CloseStatus.POLICY_VIOLATION, "say hello first");
            }
            return;
        }
        if (message.verb().equals("name")) {
            rename(viewer, guest, message);
        } else {
            saying.said(viewer, entrance.now(guest), message).ifPresent(why -> refuse(viewer, message, why));
        }
    }

    private void hello(Viewer viewer, Message message) {
        Entrance.Arrival arrival = entrance.arrives(message);
        viewer.tell(you(arrival.guest()));
        viewer.hall().enter(viewer, arrival.guest(), message.number("cursor", -1));
        arrival.but().ifPresent(reason -> refuse(viewer, message, reason));
    }

    private void rename(Viewer viewer, Guest guest, Message message) {
        String name = Nicknames.clean(message.text("name"));
        if (guest.member()) {
            refuse(viewer, message, Phrase.of("room.name-is-yours", guest.name()));
            return;
        }
        Optional<Phrase> why = nicknames.take(guest.account(), name);
        if (why.isPresent()) {
            refuse(viewer, message, why.get());
            return;
        }
        if (guest.speaks() && !LookAlikes.fold(guest.name()).equals(LookAlikes.fold(name))) {
            nicknames.leave(guest.account(), guest.name());
        }
        viewer.is(guest.named(name));
        viewer.tell(you(guest.named(name)));
    }

    private String you(Guest guest) {
        return Message.answer(
                "you",
                "name",
                guest.name(),
                "account",
                guest.account(),
                "standing",
                guest.standing().name().toLowerCase(Locale.ROOT),
                "pass",
                entrance.pass(guest));
    }

    private void refuse(Viewer viewer, Message message, Refusal why) {
        viewer.tell(Message.answer(
                "no",
                "n",
                message.mark(),
                "why",
                phrases.render(why.say(), viewer.language()).plain(),
                "wait",
                Long.toString(why.pause().toMillis())));
    }

    private void refuse(Viewer viewer, Message message, Phrase why) {
        refuse(viewer, message, Refusal.of(why));
    }

    /**
     * Why something is not taken.
     *
     * @param pause how long to wait before it is tried again; zero where that will not help
     */
    record Refusal(Say say, Duration pause) {
        static Refusal of(String key) {
            return of(Phrase.of(key));
        }

        static Refusal of(Phrase phrase) {
            return new Refusal(phrase, Duration.ZERO);
        }

        static Refusal later(String key, Duration pause) {
            long seconds = Math.max(1, (pause.toMillis() + 999) / 1000);
            return new Refusal(Phrase.of(key, Text.of(Long.toString(seconds))), pause);
        }
    }
}
