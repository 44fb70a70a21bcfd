package lyceum.twitch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lyceum.kernel.document.Phrase;
import org.jspecify.annotations.Nullable;

/** Helix, Twitch's HTTP interface. */
final class Helix {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http;
    private final Addresses addresses;
    private final Credential credential;
    private final InstantSource clock;
    private volatile String client = "";
    private volatile Runnable refused = () -> {};

    Helix(HttpClient http, Addresses addresses, Credential credential, InstantSource clock) {
        this.http = http;
        this.addresses = addresses;
        this.credential = credential;
        this.clock = clock;
    }

    /** Which application the token was given to; every request names it. */
    void client(String id) {
        client = id;
    }

    /** What to do where the token is not taken; must return at once. */
    void onRefusal(Runnable deed) {
        refused = deed;
    }

    /** Whose token it is. */
    Reply validate() {
        return send(HttpRequest.newBuilder(addresses.validate()).GET());
    }

    Reply get(String path, Map<String, String> query) {
        return ask(HttpRequest.newBuilder(address(path, query)).GET());
    }

    /** Up to a hundred accounts by their names in addresses; who is not known is left out. */
    Reply users(List<String> logins) {
        String query = logins.stream()
                .map(login -> "login=" + URLEncoder.encode(login, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return ask(HttpRequest.newBuilder(URI.create(addresses.helix() + "/users?" + query))
                .GET());
    }

    Reply delete(String path, Map<String, String> query) {
        return ask(HttpRequest.newBuilder(address(path, query)).DELETE());
    }

    Reply post(String path, JsonNode body) {
        return post(path, Map.of(), body);
    }

    Reply post(String path, Map<String, String> query, JsonNode body) {
        return ask(HttpRequest.newBuilder(address(path, query))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private URI address(String path, Map<String, String> query) {
        String words = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(addresses.helix() + path + (words.isEmpty() ? "" : "?" + words));
    }

    private Reply ask(HttpRequest.Builder asked) {
        Reply reply = send(asked);
        if (reply instanceof Reply.No no && no.status() == 401) {
            refused.run();
        }
        return reply;
    }

    /** What was refused because the token ended was not done, so that it is asked once more with the next one. */
    private Reply send(HttpRequest.Builder asked) {
        String token = credential.token();
        Reply reply = send(asked, token);
        boolean ended = reply instanceof Reply.No no && no.status() == 401;
        return ended && credential.renew(token) ? send(asked, credential.token()) : reply;
    }

    private Reply send(HttpRequest.Builder asked, String token) {
        asked.timeout(PATIENCE).setHeader("Authorization", "Bearer " + token);
        if (!client.isEmpty()) {
            asked.setHeader("Client-Id", client);
        }
        try {
            return read(http.send(asked.build(), BodyHandlers.ofString()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Reply.Unsent(Phrase.of("twitch.unreachable"));
        } catch (IOException e) {
            return new Reply.Lost(0, Phrase.of("twitch.no-answer", String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Lost(0, Phrase.of("twitch.interrupted"));
        }
    }

    private Reply read(HttpResponse<String> answer) {
        JsonNode body = body(answer.body());
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return body == null ? new Reply.Lost(status, Phrase.of("twitch.not-json")) : new Reply.Ok(body);
        }
        if (status >= 500) {
            return new Reply.Lost(status, Phrase.of("twitch.fails", Integer.toString(status)));
        }
        String words = body == null ? "" : body.path("message").asText("");
        return new Reply.No(status, words, status == 429 ? untilReset(answer) : Duration.ZERO);
    }

    private static @Nullable JsonNode body(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private Duration untilReset(HttpResponse<?> answer) {
        String reset = answer.headers().firstValue("Ratelimit-Reset").orElse("");
        if (!reset.matches("[0-9]{1,12}")) {
            return Duration.ofSeconds(5);
        }
        long millis = Long.parseLong(reset) * 1000 - clock.millis();
        return Duration.ofMillis(Math.max(500, millis + 100));
    }
}
