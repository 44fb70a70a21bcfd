package lyceum.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An account's newest pair of tokens, in a file that nobody else may read: each renewal may end the pair before it. Other tokens in the
 * settings than those it grew from make it void.
 */
final class KeptTokens {
    private static final Logger LOG = LoggerFactory.getLogger(KeptTokens.class);

    private final @Nullable Path file;
    private final String origin;
    private String refresh;

    /**
     * @param file null to keep nothing
     * @param refresh the token for renewing that stands in the settings
     */
    KeptTokens(@Nullable Path file, String refresh) {
        this.file = file;
        this.refresh = refresh;
        this.origin = digest(refresh);
    }

    /** A token, and the one by which it is renewed. */
    record Pair(String token, String refresh) {
        @Override
        public String toString() {
            return "Pair";
        }
    }

    /** What was kept, or null where nothing was that belongs to these settings. */
    synchronized @Nullable Pair read() {
        if (file == null || !Files.exists(file)) {
            return null;
        }
        try {
            JsonNode json = Helix.JSON.readTree(Files.readAllBytes(file));
            if (!json.path("origin").asText().equals(origin)) {
                return null;
            }
            refresh = json.path("refresh").asText();
            return new Pair(json.path("token").asText(), refresh);
        } catch (IOException e) {
            LOG.warn("twitch: {} cannot be read; the tokens of the settings are used", file);
            return null;
        }
    }

    synchronized String refresh() {
        return refresh;
    }

    /** @param next the token for the next renewal; empty where the one before stays */
    synchronized void write(String token, String next) {
        refresh = next.isEmpty() ? refresh : next;
        if (file == null) {
            return;
        }
        try {
            // Where the system knows permissions, a temporary file is its owner's alone.
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "twitch", ".new");
            Files.write(
                    fresh,
                    Helix.JSON.writeValueAsBytes(Helix.JSON
                            .createObjectNode()
                            .put("origin", origin)
                            .put("token", token)
                            .put("refresh", refresh)));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error("twitch: {} cannot be written; the renewed token is lost at the next stop", file, e);
        }
    }

    private static String digest(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
