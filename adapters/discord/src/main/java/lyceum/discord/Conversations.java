package lyceum.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Outcome;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The channels of private conversations. Opening one that is open already gives the same channel. */
final class Conversations {
    private final Rest rest;
    private final Map<AuthorId, String> open = new ConcurrentHashMap<>();

    Conversations(Rest rest) {
        this.rest = rest;
    }

    /** Does something in the channel of a room, opening the conversation first if need be. */
    Outcome with(RoomId room, Function<String, Outcome> step) {
        AuthorId person = room.privateWith().orElse(null);
        if (person == null) {
            return step.apply(room.value());
        }
        String known = open.get(person);
        if (known != null) {
            return step.apply(known);
        }
        Answer answer = rest.send(opening(person));
        return answer.ok() ? step.apply(remember(person, answer)) : Outcomes.of(answer);
    }

    /** @throws UncheckedIOException if Discord does not say */
    String channel(RoomId room) {
        AuthorId person = room.privateWith().orElse(null);
        if (person == null) {
            return room.value();
        }
        String known = open.get(person);
        if (known != null) {
            return known;
        }
        Answer answer = rest.insist(opening(person));
        if (!answer.ok()) {
            throw new UncheckedIOException(new IOException("no private conversation: " + answer.status()));
        }
        return remember(person, answer);
    }

    private String remember(AuthorId person, Answer answer) {
        String channel = answer.object().getString("id");
        open.put(person, channel);
        return channel;
    }

    private static Call opening(AuthorId person) {
        return Call.of("POST", "/users/@me/channels", DataObject.empty().put("recipient_id", person.value()));
    }
}
