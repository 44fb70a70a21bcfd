package lyceum.web.room;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.TypedCommands;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Inbox;
import lyceum.web.room.Talk.Refusal;
import org.jspecify.annotations.Nullable;

/** Brings what viewers say, press, change and take back to the hub, and tells them when it is kept. */
final class Saying {
    private static final int LONGEST = 500;

    private final Inbox inbox;
    private final Desk desk;
    private final RoomLog log;
    private final Phrases phrases;
    private final InstantSource clock;
    private final int linesAMinute;
    private final Map<Hall, Pacing> pacings = new ConcurrentHashMap<>();
    private volatile TypedCommands commands = TypedCommands.NONE;

    /** What saying stands on. */
    record Parts(Inbox inbox, Desk desk, RoomLog log, Phrases phrases, InstantSource clock) {}

    Saying(Parts parts, int linesAMinute) {
        this.inbox = parts.inbox();
        this.desk = parts.desk();
        this.log = parts.log();
        this.phrases = parts.phrases();
        this.clock = parts.clock();
        this.linesAMinute = linesAMinute;
    }

    void commands(TypedCommands published) {
        commands = published;
    }

    /** Looks how busy the rooms are, and tells those in which the pace changes. Every few seconds, on the desk's thread. */
    void count(long now) {
        pacings.forEach((hall, pacing) -> {
            if (pacing.count(now)) {
                hall.pace(pacing.isBusy() ? Pacing.SLOW : Duration.ZERO);
            }
        });
    }

    /** Why it is not taken; empty where it is, and answered later. */
    Optional<Refusal> said(Seat seat, Guest guest, Message message) {
        if (message.verb().equals("sync")) {
            desk.afterAtOnce(() -> seat.tell(Message.answer("synced", "n", message.mark())));
            return Optional.empty();
        }
        if (message.mark().isEmpty()) {
            return Optional.of(Refusal.of("room.not-understood"));
        }
        if (!guest.speaks()) {
            return Optional.of(Refusal.of("room.name-first"));
        }
        return switch (message.verb()) {
            case "say" -> say(seat, guest, message);
            case "press" -> press(seat, guest, message);
            case "edit" -> edit(seat, guest, message);
            case "delete" -> delete(seat, guest, message);
            default -> Optional.of(Refusal.of("room.not-understood"));
        };
    }

    private Optional<Refusal> say(Seat seat, Guest guest, Message message) {
        String text = Plainly.oneLine(message.text("text"));
        Hall hall = seat.hall();
        String line = Ids.said(guest.account(), message.mark());
        MessageId id = Ids.line(hall.place().name(), line);
        Optional<Refusal> unfit =
                unfit(text).or(() -> tooMuch(seat, guest, message).filter(_ -> !log.isKnown(id)));
        if (unfit.isPresent()) {
            return unfit;
        }
        Key key = new Key(Ids.PLATFORM, line, "");
        Speaker speaker = guest.speaker(seat.language());
        MessageId reply = reply(message, hall);
        Event event = commands.read(text)
                .<Event>map(typed -> new CommandInvoked(
                        key,
                        speaker,
                        id.room(),
                        typed.command(),
                        typed.options(),
                        reply,
                        new Asked(guest.account(), line).token(id.room()),
                        clock.instant()))
                .orElseGet(() -> new MessagePosted(key, id, speaker, Text.of(text), List.of(), reply, clock.instant()));
        accept(seat, message, event, line);
        return Optional.empty();
    }

    private static Optional<Refusal> unfit(String text) {
        if (text.isEmpty()) {
            return Optional.of(Refusal.of("room.empty"));
        }
        return text.codePointCount(0, text.length()) > LONGEST
                ? Optional.of(Refusal.of(Phrase.of("room.too-long", Integer.toString(LONGEST))))
                : Optional.empty();
    }

    private Optional<Refusal> tooMuch(Seat seat, Guest guest, Message message) {
        long now = System.nanoTime();
        Pacing pacing = pacings.computeIfAbsent(seat.hall(), _ -> new Pacing(linesAMinute, now));
        Duration wait = pacing.ask(guest, message.verb().equals("say"), now);
        return wait.isZero()
                ? Optional.empty()
                : Optional.of(Refusal.later(pacing.isBusy() ? "room.slow-mode" : "room.too-fast", wait));
    }

    private static @Nullable MessageId reply(Message message, Hall hall) {
        String reply = message.text("reply");
        return reply.matches("[a-z0-9]{1,40}") ? Ids.line(hall.place().name(), reply) : null;
    }

    private Optional<Refusal> press(Seat seat, Guest guest, Message message) {
        Optional<Refusal> tooMuch = tooMuch(seat, guest, message);
        if (tooMuch.isPresent()) {
            return tooMuch;
        }
        Optional<Entry> said = standing(seat, guest, message);
        String choice = message.text("button");
        if (said.isEmpty() || !Buttons.of(said.get().body()).contains(choice)) {
            return Optional.of(Refusal.of("room.no-button"));
        }
        String line = Ids.said(guest.account(), message.mark());
        MessageId id = Ids.line(seat.hall().place().name(), said.get().line());
        Event event = new ChoiceMade(
                new Key(Ids.PLATFORM, line, ""),
                guest.speaker(seat.language()),
                id,
                choice,
                new Asked(guest.account(), line).token(id.room()),
                clock.instant());
        accept(seat, message, event, line);
        return Optional.empty();
    }

    private Optional<Refusal> edit(Seat seat, Guest guest, Message message) {
        String text = Plainly.oneLine(message.text("text"));
        Optional<Refusal> unfit = unfit(text).or(() -> tooMuch(seat, guest, message));
        if (unfit.isPresent()) {
            return unfit;
        }
        Optional<Entry> said = standing(seat, guest, message);
        if (said.filter(entry -> guest.account().equals(entry.author())).isEmpty()) {
            return Optional.of(Refusal.of("room.not-yours"));
        }
        String line = said.get().line();
        Key key = new Key(Ids.PLATFORM, line, "edit " + message.mark());
        MessageId id = Ids.line(seat.hall().place().name(), line);
        Event event =
                new MessageEdited(key, id, guest.speaker(seat.language()), Text.of(text), List.of(), clock.instant());
        accept(seat, message, event, line);
        return Optional.empty();
    }

    /** People take back what they said; staff takes back what anybody said here. */
    private Optional<Refusal> delete(Seat seat, Guest guest, Message message) {
        Optional<Refusal> tooMuch = tooMuch(seat, guest, message);
        if (tooMuch.isPresent()) {
            return tooMuch;
        }
        Optional<Entry> said = standing(seat, guest, message);
        boolean staff = guest.standing().atLeast(Standing.MODERATOR);
        if (said.filter(entry -> staff || guest.account().equals(entry.author()))
                .isEmpty()) {
            return Optional.of(Refusal.of("room.not-yours"));
        }
        String line = said.get().line();
        MessageId id = Ids.line(seat.hall().place().name(), line);
        accept(seat, message, new MessageDeleted(new Key(Ids.PLATFORM, line, "deleted"), id), line);
        return Optional.empty();
    }

    private Optional<Entry> standing(Seat seat, Guest guest, Message message) {
        String line = message.text("line");
        return line.matches("[a-z0-9]{1,40}")
                ? log.said(Ids.line(seat.hall().place().name(), line)).filter(entry -> entry.isFor(guest.account()))
                : Optional.empty();
    }

    private void accept(Seat seat, Message message, Event event, String line) {
        var _ = inbox.accept(event).whenComplete((_, lost) -> {
            if (lost != null) {
                String why = phrases.render(Phrase.of("room.not-kept"), seat.language())
                        .plain();
                seat.notKept(Message.answer("no", "n", message.mark(), "why", why, "wait", "1000"));
                return;
            }
            String as = event instanceof CommandInvoked ? "command" : "line";
            seat.tell(Message.answer("ack", "n", message.mark(), "id", line, "as", as));
            desk.after(() -> tellIfHeld(seat, message, event));
        });
    }

    /** What is kept and yet not shown waits for a moderator, or was taken away: its author is told so. */
    private void tellIfHeld(Seat seat, Message message, Event event) {
        if (event instanceof MessagePosted posted
                && !seat.hall().stands(posted.message().value())
                && !log.isKnown(posted.message())) {
            String why = phrases.render(Phrase.of("room.held"), seat.language()).plain();
            seat.tell(Message.answer(
                    "held", "n", message.mark(), "id", posted.message().value(), "why", why));
        }
    }
}
