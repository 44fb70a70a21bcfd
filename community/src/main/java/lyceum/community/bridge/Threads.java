package lyceum.community.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.community.bridge.ThreadTable.Place;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.ChangeThread;
import lyceum.kernel.effect.OnPlatform.OpenThread;
import lyceum.kernel.event.Place.ThreadChanged;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * Leads a thread below a joined room to one below each of the others, opened when the first word is said in it. Where a platform
 * has no threads, or opens none, its words are read in the room itself, under the thread's title.
 */
final class Threads {
    private static final String OPENING = Bridge.NAME + ":thread";
    /** What a thread is called whose name no platform has said. */
    private static final String UNNAMED = "…";

    private final Joined joined;
    private final ThreadTable table = new ThreadTable();

    Threads(Joined joined) {
        this.joined = joined;
    }

    /**
     * The ways of a message out of its room.
     *
     * @param first what has to be done before it is said in {@code rooms}
     */
    record Ways(List<Effect> first, List<RoomId> rooms) {}

    /** Whether what is said in the room is read anywhere else. */
    boolean isRead(RoomId room, Tx tx) {
        return !joined.with(room).isEmpty() || table.place(tx.read(), room).isPresent();
    }

    Ways from(MessagePosted posted, Tx tx) {
        RoomId room = posted.message().room();
        List<RoomId> rooms = joined.with(room);
        return rooms.isEmpty()
                ? table.place(tx.read(), room)
                        .map(here -> led(posted, here, tx))
                        .orElse(new Ways(List.of(), List.of()))
                : new Ways(List.of(), rooms);
    }

    private Ways led(MessagePosted posted, Place here, Tx tx) {
        List<Effect> first = new ArrayList<>();
        List<RoomId> rooms = new ArrayList<>();
        if (!here.open()) {
            first.addAll(changed(new ThreadChanged(posted.message().room(), here.parent(), here.title(), true), tx));
        }
        List<Place> places = table.places(tx.read(), here.conversation());
        for (RoomId parent : joined.with(here.parent())) {
            Place there = places.stream()
                    .filter(place -> place.parent().equals(parent))
                    .findFirst()
                    .orElseGet(
                            () -> opened(new Place(here.conversation(), parent, null, here.title(), true), first, tx));
            if (there.room() == null) {
                table.await(tx.write(), there, posted);
            } else {
                rooms.add(there.room());
            }
        }
        return new Ways(first, rooms);
    }

    private Place opened(Place asked, List<Effect> effects, Tx tx) {
        boolean can = tx.can(asked.parent(), lyceum.kernel.platform.Threads.class);
        Place place = can ? asked : standing(asked, asked.parent());
        table.lead(tx.write(), place);
        if (can) {
            String title = asked.title().isEmpty() ? UNNAMED : asked.title();
            effects.add(new OpenThread(asked.parent(), title, OPENING + ":" + asked.conversation()));
        }
        return place;
    }

    /** A thread that is new is remembered; one that is called otherwise, or was closed or opened, takes the others with it. */
    List<Effect> changed(ThreadChanged changed, Tx tx) {
        if (joined.with(changed.parent()).isEmpty()
                || !joined.with(changed.thread()).isEmpty()) {
            return List.of();
        }
        Optional<Place> known = table.place(tx.read(), changed.thread());
        if (known.isEmpty()) {
            begin(changed, tx);
        }
        if (known.isEmpty() || !changed.now()) {
            return List.of();
        }
        Place here = known.get();
        String title = changed.title().isEmpty() ? here.title() : changed.title();
        List<Effect> effects = new ArrayList<>();
        if (!title.equals(here.title()) || changed.open() != here.open()) {
            for (Place place : table.places(tx.read(), here.conversation())) {
                @Nullable RoomId room = place.room();
                table.lead(tx.write(), new Place(place.conversation(), place.parent(), room, title, changed.open()));
                if (room != null && place.isThread() && !room.equals(changed.thread())) {
                    effects.add(new ChangeThread(room, title, changed.open(), OPENING));
                }
            }
        }
        return effects;
    }

    /** The next word of the conversation opens another. */
    void gone(RoomId thread, Tx tx) {
        table.leave(tx.write(), thread);
    }

    /** The room that a thread hangs from which takes no words of a conversation; empty where it is no thread. */
    Optional<RoomId> above(RoomId thread, RoomId source, Tx tx) {
        return table.place(tx.read(), source).filter(_ -> joined.with(thread).isEmpty()).stream()
                .flatMap(here -> joined.with(here.parent()).stream())
                .filter(parent -> parent.platform().equals(thread.platform()))
                .findFirst();
    }

    /** One that the hub has just asked for may be heard of before its receipt. */
    private void begin(ThreadChanged changed, Tx tx) {
        Optional<Place> asked = table.opening(tx.read(), changed.parent(), changed.title());
        if (asked.isPresent()) {
            table.lead(tx.write(), standing(asked.get(), changed.thread()));
        } else {
            table.begin(tx.write(), changed.thread(), changed.parent(), changed.title());
        }
    }

    /** What waited for a thread, and the room where it is said now. */
    record Arrived(RoomId room, List<MessagePosted> waiting) {}

    /** A thread that was asked for is there; where it is not, its words go to {@code thread}, the room that it should hang from. */
    Optional<Arrived> arrived(OpenThread open, RoomId thread, Tx tx) {
        long conversation = Long.parseLong(open.ref().substring(OPENING.length() + 1));
        return table.places(tx.read(), conversation).stream()
                .filter(place -> place.parent().equals(open.room()))
                .findFirst()
                .map(place -> {
                    table.lead(tx.write(), standing(place, thread));
                    return new Arrived(thread, table.arrive(tx.write(), place));
                });
    }

    private static Place standing(Place place, RoomId room) {
        return new Place(place.conversation(), place.parent(), room, place.title(), place.open());
    }

    /** What stands above words that are said outside of their thread; null where they need nothing. */
    @Nullable
    String title(RoomId source, RoomId room, Tx tx) {
        if (joined.with(source).contains(room)) {
            return null;
        }
        return table.place(tx.read(), source)
                .filter(place -> joined.with(place.parent()).contains(room))
                .map(place -> place.title().isEmpty() ? UNNAMED : place.title())
                .orElse(null);
    }

    /** A message that waits is said as it last stood. */
    void change(MessageEdited edited, Tx tx) {
        if (joined.with(edited.message().room()).isEmpty()) {
            table.reword(tx.write(), Carriage.now(edited, edited.at()));
        }
    }

    void forget(MessageId source, Tx tx) {
        if (joined.with(source.room()).isEmpty()) {
            table.forget(tx.write(), source);
        }
    }
}
