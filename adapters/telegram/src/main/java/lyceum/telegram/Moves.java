package lyceum.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Groups that became supergroups, and have another id since. The hub goes on to call such a room what it was called: what is asked is led
 * to where it stands now, and what is told is read as if it still stood there. A supergroup counts its messages from one again, so the
 * numbers of those after the move are moved as well, and no message is taken for an older one. Any thread.
 */
final class Moves {
    /** What is said against a change of what did not move along. */
    static final String BEFORE = "message did not move along";

    /** More than any group has messages: they are counted for each account until the move. */
    static final int SHIFT = 1_000_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Kept kept;
    private final Set<Long> named;
    private final Map<Long, Long> now = new ConcurrentHashMap<>();
    private final Map<Long, Long> before = new ConcurrentHashMap<>();

    /**
     * @param kept keeps them
     * @param named chats that are called by their own id, whatever they were called before
     */
    Moves(Kept kept, Set<Long> named) {
        this.kept = kept;
        this.named = Set.copyOf(named);
        kept.read()
                .properties()
                .forEach(move ->
                        keep(Long.parseLong(move.getKey()), move.getValue().asLong()));
    }

    private void keep(long from, long to) {
        now.put(from, to);
        if (!named.contains(to)) {
            before.put(to, from);
        }
    }

    /**
     * From here on the group stands elsewhere, for every later process too.
     *
     * @return false where that was known
     * @throws UncheckedIOException where it cannot be kept
     */
    synchronized boolean learn(long from, long to) {
        if (Long.valueOf(to).equals(now.get(from))) {
            return false;
        }
        ObjectNode all = JSON.createObjectNode();
        now.forEach((old, other) -> all.put(Long.toString(old), other));
        kept.write(all.put(Long.toString(from), to));
        keep(from, to);
        return true;
    }

    boolean isMoved(long chat) {
        return now.containsKey(chat);
    }

    /** A request as it is asked where the chat stands now, or why it is not: it is about something that did not move along. */
    sealed interface Led {
        record There(ObjectNode request) implements Led {}

        /** In Telegram's way of saying it. */
        record Nowhere(String description) implements Led {}
    }

    /** Changes the request. */
    Led out(ObjectNode request) {
        String chat = request.path("chat_id").asText();
        Long there = chat.matches("-\\d{1,18}") ? now.get(Long.parseLong(chat)) : null;
        if (there == null) {
            return new Led.There(request);
        }
        request.put("chat_id", Long.toString(there));
        JsonNode answered = request.path("reply_parameters").path("message_id");
        if (answered.isNumber() && answered.asInt() < SHIFT) {
            request.remove("reply_parameters");
        } else if (answered.isNumber()) {
            ((ObjectNode) request.path("reply_parameters")).put("message_id", answered.asInt() - SHIFT);
        }
        if (isOld(request.path("message_thread_id"))) {
            return new Led.Nowhere("Bad Request: message thread not found");
        }
        if (isOld(request.path("message_id"))) {
            return new Led.Nowhere("Bad Request: " + BEFORE);
        }
        shift(request, "message_thread_id", -SHIFT);
        shift(request, "message_id", -SHIFT);
        return new Led.There(request);
    }

    private static boolean isOld(JsonNode number) {
        return number.isNumber() && number.asInt() < SHIFT;
    }

    private static void shift(ObjectNode node, String field, int by) {
        if (node.path(field).isNumber()) {
            node.put(field, node.path(field).asInt() + by);
        }
    }

    /**
     * What Telegram tells, read as if nothing had moved.
     *
     * @param chat where it was asked, for what is told without one; 0 where nothing was asked
     */
    JsonNode in(JsonNode told, long chat) {
        if (before.isEmpty()) {
            return told;
        }
        JsonNode seen = told.deepCopy();
        if (isMoved(chat) && seen instanceof ObjectNode answer && !answer.has("chat")) {
            shift(answer, "message_thread_id", SHIFT);
            shift(answer, "message_id", SHIFT);
        }
        walk(seen);
        return seen;
    }

    private void walk(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Long old = before.get(object.path("chat").path("id").asLong());
            if (old != null) {
                ((ObjectNode) object.path("chat")).put("id", old);
                shift(object, "message_id", SHIFT);
                shift(object, "message_thread_id", SHIFT);
            }
            object.forEach(this::walk);
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::walk);
        }
    }

    static String written(JsonNode value) {
        try {
            return value.isTextual() ? value.asText() : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON", e);
        }
    }
}
