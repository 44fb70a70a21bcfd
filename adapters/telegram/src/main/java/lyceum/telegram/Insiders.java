package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;

/**
 * Who is in which of the groups that are heard: by what they said there, by what Telegram tells of changes, and else by asking it.
 * Forgotten after some minutes. Any thread.
 */
final class Insiders {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Function<BotApiMethod<?>, Reply> wire;
    private final List<RoomId> rooms;
    private final InstantSource clock;
    private final Map<Seat, Known> seats = new ConcurrentHashMap<>();
    private final Set<Long> chats;

    /**
     * @param rooms those that are heard, or none where all are
     * @param chats where the hub has spoken, which may grow
     */
    Insiders(Function<BotApiMethod<?>, Reply> wire, Collection<RoomId> rooms, InstantSource clock, Set<Long> chats) {
        this.wire = wire;
        this.chats = chats;
        this.rooms = rooms.stream()
                .filter(room -> Address.of(room).isShared())
                .sorted(Comparator.comparing(RoomId::value))
                .toList();
        this.clock = clock;
    }

    private record Seat(long chat, long account) {}

    private record Known(boolean in, Instant until) {}

    /** Whoever says or asks something in a group is in it. */
    void heard(Event event) {
        switch (event) {
            case MessagePosted posted ->
                spoke(posted.speaker(), posted.message().room());
            case Asking asking -> spoke(asking.speaker(), asking.reply().room());
            default -> {
                /* nobody spoke */
            }
        }
    }

    private void spoke(Speaker speaker, RoomId room) {
        Address address = Address.of(room);
        if (address.isShared() && !speaker.bot()) {
            chats.add(address.chat());
            keep(new Seat(address.chat(), Long.parseLong(speaker.id().value())), true);
        }
    }

    /** Somebody came or went. */
    void learn(Heard.Ranked ranked) {
        boolean in = !ranked.status().equals("left") && !ranked.status().equals("kicked");
        keep(new Seat(ranked.chat(), ranked.account()), in);
    }

    /** The rooms that are heard and that an account is in. Reading on blocks where Telegram has to be asked. */
    Stream<RoomId> roomsOf(long account) {
        List<RoomId> among = rooms.isEmpty()
                ? chats.stream().map(chat -> new Address(chat, 0).room()).toList()
                : rooms;
        return among.stream().filter(room -> isIn(new Seat(Address.of(room).chat(), account)));
    }

    private boolean isIn(Seat seat) {
        Known known = seats.get(seat);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.in();
        }
        boolean in = wire.apply(new GetChatMember(Long.toString(seat.chat()), seat.account()))
                        instanceof Reply.Ok(JsonNode member)
                && Doorkeeper.isIn(member);
        keep(seat, in);
        return in;
    }

    private void keep(Seat seat, boolean in) {
        if (seats.size() >= MOST) {
            seats.clear();
        }
        seats.put(seat, new Known(in, clock.instant().plus(FRESH)));
    }
}
