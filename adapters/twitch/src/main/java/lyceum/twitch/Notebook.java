package lyceum.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the adapter must know after a restart, since Twitch keeps nothing for it: until when the chat was heard, what was sent in the
 * last half minute, and which choices wait for a number. Written whole, in one step, at every change; a file that cannot be read or
 * written costs this knowledge and nothing else.
 */
final class Notebook {
    private static final Logger LOG = LoggerFactory.getLogger(Notebook.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OFFERS = 20;
    private static final int SENT = 200;

    private final @Nullable Path file;
    private @Nullable Instant heard;
    private final Deque<Instant> sent = new ArrayDeque<>();
    private final Map<String, List<String>> offers = new LinkedHashMap<>();

    Notebook(@Nullable Path file) {
        this.file = file;
        if (file != null && Files.exists(file)) {
            read(file);
        }
    }

    /** Until when the chat was surely heard; null where it never was. */
    synchronized @Nullable Instant heard() {
        return heard;
    }

    synchronized void heard(Instant until) {
        heard = until;
        write();
    }

    /** When the newest lines were sent, oldest first. */
    synchronized List<Instant> sent() {
        return List.copyOf(sent);
    }

    synchronized void sent(Instant at) {
        sent.addLast(at);
        while (sent.size() > SENT) {
            sent.removeFirst();
        }
        write();
    }

    /** A message of the hub that offers choices, by their ids in the order of their numbers. */
    synchronized void offered(String message, List<String> choices) {
        offers.remove(message);
        offers.put(message, List.copyOf(choices));
        while (offers.size() > OFFERS) {
            offers.remove(offers.keySet().iterator().next());
        }
        write();
    }

    /** A message of the hub is gone, and what it offered with it. */
    synchronized void gone(String message) {
        if (offers.remove(message) != null) {
            write();
        }
    }

    /** The choice with this number of the message, or of the newest offer where {@code message} is null or offers nothing. */
    synchronized @Nullable Offered choice(@Nullable String message, int number) {
        String from = message != null && offers.containsKey(message) ? message : newest();
        List<String> choices = from == null ? List.of() : offers.getOrDefault(from, List.of());
        return from == null || number < 1 || number > choices.size()
                ? null
                : new Offered(from, choices.get(number - 1));
    }

    private @Nullable String newest() {
        List<String> all = new ArrayList<>(offers.keySet());
        return all.isEmpty() ? null : all.getLast();
    }

    /** What a number stands for. */
    record Offered(String message, String choice) {}

    private void read(Path from) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(from));
            heard = json.path("heard").isNumber()
                    ? Instant.ofEpochMilli(json.path("heard").asLong())
                    : null;
            json.path("sent").forEach(at -> sent.addLast(Instant.ofEpochMilli(at.asLong())));
            json.path("offers").properties().forEach(offer -> {
                List<String> choices = new ArrayList<>();
                offer.getValue().forEach(choice -> choices.add(choice.asText()));
                offers.put(offer.getKey(), List.copyOf(choices));
            });
        } catch (IOException e) {
            LOG.warn("twitch: {} cannot be read; what it held is forgotten", from, e);
        }
    }

    private void write() {
        if (file == null) {
            return;
        }
        ObjectNode json = JSON.createObjectNode().put("version", 1);
        json.put("heard", heard == null ? null : heard.toEpochMilli());
        var times = json.putArray("sent");
        sent.forEach(at -> times.add(at.toEpochMilli()));
        ObjectNode waiting = json.putObject("offers");
        offers.forEach((message, choices) -> {
            var array = waiting.putArray(message);
            choices.forEach(array::add);
        });
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(fresh, JSON.writeValueAsBytes(json));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("twitch: {} cannot be written: {}", file, e.getMessage());
        }
    }
}
