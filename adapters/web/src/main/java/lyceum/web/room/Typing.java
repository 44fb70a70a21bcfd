package lyceum.web.room;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.HearsTyping;
import lyceum.kernel.platform.ShowsTyping;

/** That somebody is typing: a viewer's window says so, and every window shows it for some seconds. Any thread. */
final class Typing implements HearsTyping, ShowsTyping {
    private final Map<String, Hall> halls;
    private volatile Consumer<Typist> told = _ -> {};

    Typing(Collection<Hall> halls) {
        this.halls =
                halls.stream().collect(Collectors.toMap(hall -> hall.place().name(), Function.identity()));
    }

    @Override
    public void typingTo(Consumer<Typist> heard) {
        told = heard;
    }

    /** Who has no name cannot say anything either. */
    void heard(Seat seat, Guest guest) {
        if (guest.speaks()) {
            told.accept(new Typist(guest.id(), Ids.room(seat.hall().place().name())));
        }
    }

    @Override
    public void showTyping(RoomId room) {
        Hall hall = halls.get(room.value());
        if (hall != null) {
            hall.typing();
        }
    }
}
