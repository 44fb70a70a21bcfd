package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.sandbox.world.Json;

/**
 * A message as it stands.
 *
 * @param author the user or webhook id
 * @param json the message object without reactions; never changed once it is here
 * @param reactions who reacted, by emoji as it stands in a request's path
 * @param pings whom it pinged: {@code everyone}, {@code @ROLE}, or a name
 * @param onlyFor the one person who sees it, or 0 for everyone
 */
record Post(
        long id, long author, ObjectNode json, Map<String, List<Long>> reactions, List<String> pings, long onlyFor) {

    /** The message, or Unknown Message where there is none. */
    static Post known(Optional<Post> found) {
        return found.orElseThrow(() -> DiscordError.unknown("Message"));
    }

    Post edited(ObjectNode changed) {
        return new Post(id, author, changed, reactions, pings, onlyFor);
    }

    boolean reacted(String emoji, long user) {
        return reactions.getOrDefault(emoji, List.of()).contains(user);
    }

    Post withReaction(String emoji, long user) {
        Map<String, List<Long>> more = new LinkedHashMap<>(reactions);
        List<Long> users = new ArrayList<>(more.getOrDefault(emoji, List.of()));
        users.add(user);
        more.put(emoji, List.copyOf(users));
        return withReactions(more);
    }

    Post withoutReaction(String emoji, long user) {
        Map<String, List<Long>> fewer = new LinkedHashMap<>(reactions);
        List<Long> users = new ArrayList<>(fewer.getOrDefault(emoji, List.of()));
        users.remove(user);
        if (users.isEmpty()) {
            fewer.remove(emoji);
        } else {
            fewer.put(emoji, List.copyOf(users));
        }
        return withReactions(fewer);
    }

    Post withReactions(Map<String, List<Long>> all) {
        return new Post(id, author, json, all, pings, onlyFor);
    }

    /** Whether it is the empty place of an answer that is still to come, which people do not see as a message. */
    boolean waits() {
        return (json.path("flags").asInt() & Draft.LOADING) != 0;
    }

    String content() {
        return json.path("content").asText();
    }

    /** The message object as a user gets it over REST. */
    ObjectNode seenBy(long viewer) {
        if (reactions.isEmpty()) {
            return json;
        }
        ObjectNode message = json.objectNode();
        message.setAll(json);
        ArrayNode list = message.putArray("reactions");
        reactions.forEach((emoji, users) -> {
            ObjectNode reaction = list.addObject();
            boolean me = users.contains(viewer);
            reaction.put("count", users.size()).put("me", me).put("me_burst", false);
            reaction.putObject("count_details").put("burst", 0).put("normal", users.size());
            reaction.putArray("burst_colors");
            reaction.set("emoji", emoji(emoji));
        });
        return message;
    }

    /** The emoji object of {@code NAME:ID} or of a Unicode emoji. */
    static ObjectNode emoji(String path) {
        int colon = path.indexOf(':');
        ObjectNode emoji = Json.object();
        if (colon > 0) {
            return emoji.put("name", path.substring(0, colon)).put("id", path.substring(colon + 1));
        }
        emoji.putNull("id");
        return emoji.put("name", path);
    }
}
