package lyceum.javacord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.javacord.api.Javacord;

/** Fetches files that people sent. Any thread; blocks. */
final class Fetching {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> OFFICIAL = Set.of("cdn.discordapp.com", "media.discordapp.net");

    private final OkHttpClient http =
            new OkHttpClient.Builder().callTimeout(PATIENCE).build();
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();

    Fetching() {
        hosts.addAll(OFFICIAL);
    }

    /** Discord itself says that a file stands there. */
    void stands(URL file) {
        hosts.add(file.getHost());
    }

    /** Empty where it is gone, longer than {@code most}, or stands where Discord keeps no files. */
    Optional<byte[]> fetch(String source, long most) {
        String address = source.substring(source.indexOf(':') + 1);
        URI uri = URI.create(address);
        if (!hosts.contains(uri.getHost())) {
            return Optional.empty();
        }
        Request request = new Request.Builder()
                .url(address)
                .header("User-Agent", Javacord.USER_AGENT)
                .build();
        try (Response response = http.newCall(request).execute()) {
            boolean fits = response.isSuccessful() && response.body().contentLength() <= most;
            return fits ? Optional.of(response.body().bytes()).filter(bytes -> bytes.length <= most) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a file was not handed out", e);
        }
    }

    void close() {
        http.connectionPool().evictAll();
    }
}
