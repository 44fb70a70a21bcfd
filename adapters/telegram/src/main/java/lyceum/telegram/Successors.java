package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Topics that were deleted and made again. The hub goes on to call such a topic what it was called: what is asked is led to the one that
 * took its place, and what is told there is read as if the first one still stood. Telegram tells nobody that a topic was deleted, nor
 * what it was called; so the names are kept as long as they are known. Any thread.
 */
final class Successors {
    private static final String NOW = "now";
    private static final String TITLES = "titles";

    private final Kept kept;
    private final Map<Address, Integer> now = new ConcurrentHashMap<>();
    private final Map<Address, Integer> before = new ConcurrentHashMap<>();
    private final Map<Address, String> titles = new ConcurrentHashMap<>();

    Successors(Kept kept) {
        this.kept = kept;
        ObjectNode all = kept.read();
        all.path(NOW)
                .properties()
                .forEach(led -> lead(written(led.getKey()), led.getValue().asInt()));
        all.path(TITLES)
                .properties()
                .forEach(named ->
                        titles.put(written(named.getKey()), named.getValue().asText()));
    }

    private static Address written(String topic) {
        String[] parts = topic.split("\\.", 2);
        return new Address(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    private static String written(Address topic) {
        return topic.chat() + "." + topic.thread();
    }

    private void lead(Address topic, int thread) {
        Integer last = now.put(topic, thread);
        if (last != null) {
            before.remove(new Address(topic.chat(), last));
        }
        before.put(new Address(topic.chat(), thread), topic.thread());
    }

    /** From here on the topic stands elsewhere in its chat, for every later process too. */
    synchronized void learn(Address topic, int thread) {
        lead(topic, thread);
        keep();
    }

    /** @param topic as the hub calls it */
    synchronized void called(Address topic, String title) {
        if (!title.equals(titles.put(topic, title))) {
            keep();
        }
    }

    private void keep() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ObjectNode led = all.putObject(NOW);
        now.forEach((topic, thread) -> led.put(written(topic), thread));
        ObjectNode named = all.putObject(TITLES);
        titles.forEach((topic, title) -> named.put(written(topic), title));
        kept.write(all);
    }

    Optional<String> title(Address topic) {
        return Optional.ofNullable(titles.get(topic));
    }

    /** Older topics of the chat with this name, as the hub calls them. */
    List<Address> namesakes(Address topic, String title) {
        return titles.entrySet().stream()
                .filter(named -> named.getValue().equals(title))
                .map(Map.Entry::getKey)
                .filter(other -> other.chat() == topic.chat() && other.thread() < topic.thread())
                .sorted((one, other) -> Integer.compare(one.thread(), other.thread()))
                .toList();
    }

    /** Changes the request to what is asked where the topic stands now. */
    ObjectNode out(ObjectNode request) {
        JsonNode thread = request.path("message_thread_id");
        if (thread.isIntegralNumber() && !now.isEmpty()) {
            int there = now.getOrDefault(new Address(request.path("chat_id").asLong(), thread.asInt()), thread.asInt());
            request.put("message_thread_id", there);
        }
        return request;
    }

    /** What Telegram tells, read as if nothing had been made again. */
    JsonNode in(JsonNode told) {
        if (before.isEmpty()) {
            return told;
        }
        JsonNode seen = told.deepCopy();
        walk(seen);
        return seen;
    }

    private void walk(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Address told = new Address(
                    object.path("chat").path("id").asLong(),
                    object.path("message_thread_id").asInt());
            Integer first = before.get(told);
            if (first != null) {
                object.put("message_thread_id", first);
                begin(object.path("reply_to_message"), told.thread(), first);
            }
            object.forEach(this::walk);
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::walk);
        }
    }

    /** What answers the topic's beginning answers nothing, and is known by the number that both share. */
    private static void begin(JsonNode answered, int thread, int first) {
        if (answered instanceof ObjectNode message && message.path("message_id").asInt() == thread) {
            message.put("message_id", first);
        }
    }
}
