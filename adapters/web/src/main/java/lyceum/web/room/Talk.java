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
final class Talk implements Host {
    private static final Duration STUCK = Duration.ofSeconds(30);
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(20);

    private final Entrance entrance;
    private final Nicknames nicknames;
    private final Saying saying;
    private final Phrases phrases;
    private final Signs signs;
    private final Set<Viewer> open = ConcurrentHashMap.newKeySet();
    private long pinged = System.nanoTime();

    Talk(Entrance entrance, Phrases phrases, Saying saying, Signs signs) {
        this.signs = signs;
        this.entrance = entrance;
        this.nicknames = entrance.nicknames();
        this.phrases = phrases;
        this.saying = saying;
    }

    /**
     * What viewers give away without a word: that they are there, and that they are typing.
     *
     * @param aSecond how many messages one connection may send for long
     */
    record Signs(Presence presence, Typing typing, int aSecond) {}

    int viewers() {
        return open.size();
    }

    @Override
    public Flood flood() {
        return new Flood(signs.aSecond(), System.nanoTime());
    }

    @Override
    public void opened(Viewer viewer) {
        open.add(viewer);
    }

    @Override
    public void closed(Viewer viewer) {
        open.remove(viewer);
        leaves(viewer);
    }

    /** Somebody has left the room. */
    void leaves(Seat seat) {
        Guest guest = seat.guest();
        if (guest != null) {
            leaves(seat, guest);
        }
    }

    /** A name is free again with the last window of whoever had it. */
    void leaves(Seat seat, Guest guest) {
        boolean last = signs.presence().leaves(seat, guest);
        if (last && !guest.member()) {
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

    @Override
    public void said(Viewer viewer, String text) {
        Message.read(text)
                .ifPresentOrElse(
                        message -> said(viewer, message),
                        () -> viewer.close(CloseStatus.POLICY_VIOLATION, "not a message"));
    }

    /** Takes what somebody says, wherever they sit. */
    void said(Seat seat, Message message) {
        Guest guest = seat.guest();
        if (guest == null) {
            if (message.verb().equals("hello")) {
                hello(seat, message);
            } else {
                seat.close(CloseStatus.POLICY_VIOLATION, "say hello first");
            }
            return;
        }
        if (message.verb().equals("name")) {
            rename(seat, guest, message);
        } else if (message.verb().equals("typing")) {
            signs.typing().heard(seat, guest);
            seat.done();
        } else {
            saying.said(seat, entrance.now(guest), message).ifPresent(why -> refuse(seat, message, why));
        }
    }

    private void hello(Seat seat, Message message) {
        Entrance.Arrival arrival = entrance.arrives(message);
        seat.tell(you(arrival.guest()));
        seat.enters(arrival.guest(), message.number("cursor", -1));
        signs.presence().comes(seat, arrival.guest());
        arrival.but().ifPresent(reason -> refuse(seat, message, reason));
    }

    private void rename(Seat seat, Guest guest, Message message) {
        String name = Nicknames.clean(message.text("name"));
        if (guest.member()) {
            refuse(seat, message, Phrase.of("room.name-is-yours", guest.name()));
            return;
        }
        Optional<Phrase> why = nicknames.take(guest.account(), name);
        if (why.isPresent()) {
            refuse(seat, message, why.get());
            return;
        }
        if (guest.speaks() && !LookAlikes.fold(guest.name()).equals(LookAlikes.fold(name))) {
            nicknames.leave(guest.account(), guest.name());
        }
        seat.is(guest.named(name));
        if (!guest.speaks()) {
            signs.presence().comes(seat, guest.named(name));
        }
        seat.tell(you(guest.named(name)));
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

    private void refuse(Seat seat, Message message, Refusal why) {
        seat.tell(Message.answer(
                "no",
                "n",
                message.mark(),
                "why",
                phrases.render(why.say(), seat.language()).plain(),
                "wait",
                Long.toString(why.pause().toMillis())));
    }

    private void refuse(Seat seat, Message message, Phrase why) {
        refuse(seat, message, Refusal.of(why));
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

        /** @param pause is rounded up to whole milliseconds, as it is told: zero would say that waiting does not help */
        static Refusal later(String key, Duration pause) {
            Duration rounded = Duration.ofMillis(pause.plusNanos(999_999).toMillis());
            long seconds = Math.max(1, (rounded.toMillis() + 999) / 1000);
            return new Refusal(Phrase.of(key, Text.of(Long.toString(seconds))), rounded);
        }
    }
}
