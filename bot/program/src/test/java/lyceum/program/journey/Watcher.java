package lyceum.program.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A viewer of a live room by the JDK's own WebSocket. They remember what they saw, under which pass and up to where, so that they can go on
 * at another address; and say again, under the same mark, what was never answered.
 */
final class Watcher implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final String name;
    private final Map<String, String> standing = new LinkedHashMap<>();
    private final Map<String, Integer> shown = new HashMap<>();
    private final Map<String, String> unanswered = new LinkedHashMap<>();
    private final Map<String, String> acknowledged = new LinkedHashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private @Nullable WebSocket socket;
    private String pass = "";
    private long cursor = -1;
    private int connection;
    private boolean welcomed;
    private boolean away;
    private long marks;

    Watcher(String name) {
        this.name = name;
    }

    /** Comes in at this port, where they left off; true once they are welcomed. */
    boolean comesTo(int port) {
        return comesTo(port, "");
    }

    /** @param code of a link, or empty */
    boolean comesTo(int port, String code) {
        int mine;
        synchronized (this) {
            leave();
            mine = ++connection;
            welcomed = false;
        }
        try {
            WebSocket opened = http.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/room/class/socket"), new Ear(mine))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            synchronized (this) {
                socket = opened;
            }
            send(json.createObjectNode()
                    .put("do", "hello")
                    .put("name", name)
                    .put("pass", pass)
                    .put("code", code)
                    .put("cursor", cursor));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return false;
        }
        return awaitsWelcome();
    }

    private synchronized boolean awaitsWelcome() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (long left = PATIENCE.toMillis(); left > 0 && !isIn(); left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unanswered.forEach(this::transmit);
        return welcomed;
    }

    /** Welcomed and known. */
    synchronized boolean isIn() {
        return welcomed && !pass.isEmpty();
    }

    /** Whether their connection stands. */
    synchronized boolean isConnected() {
        return socket != null && welcomed;
    }

    /** Whether they were told that the hub is away. */
    synchronized boolean isToldAway() {
        return away;
    }

    /** Says something; whether that is acknowledged is seen later. */
    synchronized void says(String text) {
        String mark = name.hashCode() + "-" + marks++;
        unanswered.put(mark, text);
        transmit(mark, text);
    }

    synchronized void deletes(String text) {
        String line = standing.entrySet().stream()
                .filter(each -> each.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        send(json.createObjectNode().put("do", "delete").put("n", "d" + marks++).put("line", line));
    }

    synchronized boolean sees(String text) {
        return standing.containsValue(text);
    }

    /** What stands for them now, in order. */
    synchronized List<String> lines() {
        return List.copyOf(standing.values());
    }

    /** How many lines with these words stand for them. */
    synchronized long times(String text) {
        return standing.values().stream().filter(text::equals).count();
    }

    /** What they said and the hub has, in the order of the answers. */
    synchronized List<String> acknowledged() {
        return List.copyOf(acknowledged.values());
    }

    synchronized int unanswered() {
        return unanswered.size();
    }

    synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** How often anything was shown to them once more. */
    synchronized int doubles() {
        return shown.values().stream().mapToInt(times -> times - 1).sum();
    }

    private void transmit(String mark, String text) {
        send(json.createObjectNode().put("do", "say").put("n", mark).put("text", text));
    }

    private synchronized void send(JsonNode message) {
        WebSocket to = socket;
        if (to != null) {
            try {
                to.sendText(message.toString(), true).join();
            } catch (CompletionException e) {
                socket = null;
            }
        }
    }

    private synchronized void hears(JsonNode message) {
        switch (message.path("is").asText()) {
            case "you" -> pass = message.path("pass").asText();
            case "welcome" -> {
                if (message.path("fresh").asBoolean()) {
                    standing.clear();
                    shown.clear();
                }
                shows(message);
                welcomed = true;
            }
            case "lines" -> shows(message);
            case "ack" ->
                Optional.ofNullable(unanswered.remove(message.path("n").asText()))
                        .ifPresent(text -> acknowledged.put(message.path("n").asText(), text));
            case "no" -> {
                unanswered.remove(message.path("n").asText());
                refusals.add(message.path("why").asText());
            }
            case "hub" -> {
                away = message.path("away").asBoolean();
                if (!away) {
                    unanswered.forEach(this::transmit);
                }
            }
            default -> {}
        }
        notifyAll();
    }

    private void shows(JsonNode message) {
        for (JsonNode line : message.path("lines")) {
            String id = line.path("id").asText();
            switch (line.path("kind").asText()) {
                case "said" -> {
                    shown.merge(id, 1, Integer::sum);
                    standing.put(id, line.path("text").asText());
                }
                case "edited" ->
                    standing.computeIfPresent(id, (_, _) -> line.path("text").asText());
                default -> standing.remove(id);
            }
        }
        cursor = Math.max(cursor, message.path("cursor").asLong(-1));
    }

    private synchronized void leave() {
        WebSocket left = socket;
        socket = null;
        if (left != null) {
            left.abort();
        }
    }

    @Override
    public void close() {
        leave();
    }

    /** What one connection hears; one that was left is heard no more. */
    private final class Ear implements WebSocket.Listener {
        private final int mine;
        private final StringBuilder part = new StringBuilder();

        Ear(int mine) {
            this.mine = mine;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                String whole = part.toString();
                part.setLength(0);
                synchronized (Watcher.this) {
                    if (mine == connection) {
                        try {
                            hears(json.readTree(whole));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                }
            }
            return WebSocket.Listener.super.onText(from, data, last);
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            gone();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            gone();
        }

        private void gone() {
            synchronized (Watcher.this) {
                if (mine == connection) {
                    socket = null;
                    welcomed = false;
                }
            }
        }
    }
}
