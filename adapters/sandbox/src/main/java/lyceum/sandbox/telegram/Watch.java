package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import lyceum.sandbox.telegram.text.Formatted;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/**
 * The wait of a person who asked something: for a message that answers theirs, the text that a pressed key brings, a change of the
 * message with the key, or else the hub's next message where they asked or in private.
 */
record Watch(
        Telegram telegram,
        Place place,
        long since,
        long sincePrivate,
        @Nullable Pressed pressed) {
    /** How long a message that only follows waits for one that answers, in milliseconds. */
    private static final long GRACE = 250;

    /** A pressed key, and its message as it was. */
    record Pressed(
            Bot bot,
            String query,
            Post post,
            Formatted body,
            @Nullable ObjectNode keyboard) {}

    /** Something that can be the reply. */
    private record Seen(ObjectNode json, boolean sure) {}

    static Watch begin(Telegram telegram, Place place) {
        Room talk = telegram.hub().privates().get(place.person().id());
        return new Watch(telegram, place, place.room().newest(), talk == null ? 0 : talk.newest(), null);
    }

    /** From a message of the person's own on. */
    Watch after(Post own) {
        return new Watch(telegram, place, own.id, sincePrivate, pressed);
    }

    Watch pressing(Bot bot, String query, Post post) {
        Pressed key = new Pressed(bot, query, post, post.body(), post.keyboard());
        return new Watch(telegram, place, since, sincePrivate, key);
    }

    /** Waits and answers {@code {"reply": message or null}}. */
    JsonNode reply(long millis) throws InterruptedException {
        Seen seen = telegram.await(this::look, millis);
        if (seen != null && !seen.sure()) {
            Seen better = telegram.await(this::lookForSure, GRACE);
            seen = better == null ? seen : better;
        }
        ObjectNode json = Json.object();
        json.set("reply", seen == null ? null : seen.json());
        return json;
    }

    private @Nullable Seen lookForSure() {
        Seen seen = look();
        return seen != null && seen.sure() ? seen : null;
    }

    private @Nullable Seen look() {
        Seen key = pressed == null ? null : key(pressed);
        if (key != null) {
            return key;
        }
        Seen here = among(place.room(), since);
        Room talk = telegram.hub().privates().get(place.person().id());
        if (here == null && talk != null && talk != place.room()) {
            here = among(talk, sincePrivate);
        }
        return here;
    }

    private @Nullable Seen key(Pressed key) {
        Bot.Asked asked = key.bot().asked().get(key.query());
        ObjectNode answer = asked == null ? null : asked.answer();
        if (answer != null && !answer.path("text").asText().isEmpty()) {
            ObjectNode json = Json.object()
                    .put("who", key.bot().shownName())
                    .put("bot", true)
                    .put("text", answer.path("text").asText())
                    .put("alert", answer.path("show_alert").asBoolean());
            return new Seen(json, true);
        }
        boolean changed = !key.body().equals(key.post().body())
                || !Objects.equals(key.keyboard(), key.post().keyboard());
        return changed ? new Seen(new RoomView(telegram).message(place.room(), key.post()), true) : null;
    }

    /** The hub's oldest newer message of a chat that answers the person's, or else its oldest that answers nobody. */
    private @Nullable Seen among(Room room, long last) {
        boolean here = room == place.room();
        Post follows = null;
        for (Post post : room.since(last).reversed()) {
            boolean hubs = post.from() == telegram.hub().id() && post.said();
            if (hubs && here && post.replyTo() == since && pressed == null) {
                return new Seen(new RoomView(telegram).message(room, post), true);
            }
            if (hubs && follows == null && post.replyTo() == 0 && (!here || post.thread() == place.thread())) {
                follows = post;
            }
        }
        return follows == null ? null : new Seen(new RoomView(telegram).message(room, follows), false);
    }
}
