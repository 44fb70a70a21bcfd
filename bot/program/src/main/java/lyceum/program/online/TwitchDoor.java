package lyceum.program.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.config.Secret;
import lyceum.program.online.Api.Reply;

/** Twitch as a token sees it. */
public final class TwitchDoor implements AutoCloseable {
    private static final URI HELIX = URI.create("https://api.twitch.tv/helix");
    private static final URI IDENTITY = URI.create("https://id.twitch.tv/oauth2");

    private final Secret token;
    private final URI helix;
    private final Api identity;

    /** @param base in place of Twitch's own addresses */
    public TwitchDoor(Secret token, Optional<URI> base) {
        this.token = token;
        Optional<String> other = base.map(address -> address.toString().replaceAll("/+$", ""));
        this.helix = other.map(address -> URI.create(address + "/helix")).orElse(HELIX);
        this.identity = new Api(
                other.map(address -> URI.create(address + "/oauth2")).orElse(IDENTITY),
                Map.of("Authorization", "OAuth " + token.reveal()));
    }

    /** True for a text that has a token's form; any other could not even be asked about. */
    public static boolean looksLikeToken(String text) {
        return text.matches("[A-Za-z0-9_-]+");
    }

    /** True for a text that has the form of a channel's name in the address of its page. */
    public static boolean looksLikeChannel(String text) {
        return text.matches("[a-z0-9_]{1,25}");
    }

    /**
     * Whose token it is.
     *
     * @param client the application that it was given to
     */
    public record Account(String login, String client, Set<String> scopes) {
        public Account {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Empty if the token is wrong, has expired or was taken back. */
    public Optional<Account> account() throws IOException {
        Reply reply = identity.get("/validate");
        if (reply.status() == 401) {
            return Optional.empty();
        }
        JsonNode body = answered(reply);
        Set<String> scopes = new HashSet<>();
        body.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        return Optional.of(
                new Account(body.path("login").asText(), body.path("client_id").asText(), scopes));
    }

    /** Whether there is a channel of that name. */
    public boolean exists(Account as, String channel) throws IOException {
        try (Api api = new Api(helix, Map.of("Authorization", "Bearer " + token.reveal(), "Client-Id", as.client()))) {
            return !answered(api.get("/users?login=" + channel)).path("data").isEmpty();
        }
    }

    private static JsonNode answered(Reply reply) throws IOException {
        if (!reply.ok()) {
            throw new IOException("Twitch answered " + reply.status());
        }
        return reply.body();
    }

    @Override
    public void close() {
        identity.close();
    }
}
