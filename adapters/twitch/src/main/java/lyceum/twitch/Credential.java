package lyceum.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an account proves itself with: the newest token there is. Where the settings say how, a token that ended is renewed, and the
 * new one is kept for the next start. Any thread; blocks while Twitch is asked.
 */
final class Credential {
    private static final Logger LOG = LoggerFactory.getLogger(Credential.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final @Nullable Renewing renewing;
    private String token;

    /** One that cannot be renewed. */
    Credential(String token) {
        this.token = token;
        this.renewing = null;
    }

    /** One that can: with the token that was kept, if it is newer than the settings. */
    Credential(String token, Renewing renewing) {
        KeptTokens.Pair kept = renewing.kept().read();
        this.token = kept == null ? token : kept.token();
        this.renewing = renewing;
    }

    /**
     * How a token is renewed.
     *
     * @param address that gives new ones
     * @param application to which the account gave the token
     */
    record Renewing(HttpClient http, URI address, TwitchSettings.Application application, KeptTokens kept) {}

    synchronized String token() {
        return token;
    }

    boolean isRenewable() {
        return renewing != null;
    }

    /** Whether there is another token by now than the one that was not taken any more. */
    synchronized boolean renew(String ended) {
        if (!token.equals(ended)) {
            return true;
        }
        Renewing with = renewing;
        return with != null && renew(with);
    }

    private boolean renew(Renewing with) {
        try {
            HttpResponse<String> answer = with.http().send(request(with), BodyHandlers.ofString());
            JsonNode body = Helix.JSON.readTree(answer.body());
            String fresh = body.path("access_token").asText("");
            if (answer.statusCode() != 200 || fresh.isEmpty()) {
                LOG.error(
                        "twitch: a token was not renewed: {} {}",
                        answer.statusCode(),
                        body.path("message").asText());
                return false;
            }
            token = fresh;
            with.kept().write(fresh, body.path("refresh_token").asText(""));
            LOG.info("twitch: a token ended and was renewed");
            return true;
        } catch (IOException e) {
            LOG.warn("twitch: a token was not renewed: Twitch did not answer: {}", e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static HttpRequest request(Renewing with) {
        Map<String, String> form = Map.of(
                "grant_type", "refresh_token",
                "refresh_token", with.kept().refresh(),
                "client_id", with.application().id(),
                "client_secret", with.application().secret());
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(with.address())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** The token stays out of every log. */
    @Override
    public String toString() {
        return "Credential";
    }
}
