package lyceum.hub;

import java.util.List;
import lyceum.kernel.document.Document;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/** A feature that repeats what is said in a room in the room of the same name on the other platform, and writes down each receipt. */
record Echo(PlatformName one, PlatformName other) implements Feature {
    @Override
    public String name() {
        return "parrot";
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(MessagePosted.class, Delivered.class);
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case MessagePosted posted -> Reaction.of(copy(posted));
            case Delivered delivered -> {
                tx.write()
                        .execute(
                                "insert into parrot_delivered (ref, ambiguous) values (?, ?)",
                                ((Post) delivered.what()).ref(),
                                delivered.ambiguous() ? 1 : 0);
                yield Reaction.NONE;
            }
            default -> Reaction.NONE;
        };
    }

    RoomId opposite(RoomId room) {
        return new RoomId(room.platform().equals(one) ? other : one, room.value());
    }

    static String ref(RoomId room, String text) {
        return "parrot:" + room + " " + text;
    }

    private Post copy(MessagePosted posted) {
        RoomId room = opposite(posted.message().room());
        return new Post(
                room,
                Document.of(posted.text()),
                Language.EN,
                null,
                null,
                ref(room, posted.text().plain()));
    }
}
