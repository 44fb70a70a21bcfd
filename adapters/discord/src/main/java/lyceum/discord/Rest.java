package lyceum.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Discord's REST API: one try a request, under {@link Limits}. Any thread; blocks. */
final class Rest {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Pattern FILES = Pattern.compile("(cdn\\.discordapp\\.com|media\\.discordapp\\.net)");
    private static final int TOO_MANY = 429;
    /** A wait that is not worth giving the request back for. */
    private static final long SHORT = Duration.ofMillis(100).toNanos();

    private static final Duration UNREACHABLE_FOR = Duration.ofSeconds(1);
    private static final int PATIENCE = 40;

    private final OkHttpClient http;
    /** Does not send a request again by itself when a connection breaks. */
    private final OkHttpClient once;

    private final String base;
    private final String authorization;
    private final Limits limits = new Limits();

    Rest(OkHttpClient http, DiscordSettings settings) {
        this.http = http;
        this.once = http.newBuilder().retryOnConnectionFailure(false).build();
        this.base = settings.base();
        this.authorization = "Bot " + settings.token();
    }

    /**
     * Sends one request as soon as the limits allow, or answers 429 itself where that is not soon.
     *
     * @throws UncheckedIOException when no answer came: it may have been done
     */
    Answer send(Call call) {
        String route = call.route();
        for (long wait = limits.reserve(route); wait > 0; wait = limits.reserve(route)) {
            if (wait > SHORT) {
                return new Answer(TOO_MANY, "", Duration.ofNanos(wait));
            }
            LockSupport.parkNanos(wait);
        }
        return exchange(call, route);
    }

    /** As {@link #send}, but waits as long as the limits ask and tries again where Discord itself fails; for what may be repeated. */
    Answer insist(Call call) {
        Answer answer = new Answer(TOO_MANY, "", Duration.ZERO);
        for (int tries = 0; tries < PATIENCE && answer.again(); tries++) {
            LockSupport.parkNanos(answer.retryAfter().toNanos());
            answer = send(call);
        }
        return answer;
    }

    /** Sends at once: the first sign of life to a command counts towards no limit. */
    Answer sendAtOnce(Call call) {
        return exchange(call, "");
    }

    private Answer exchange(Call call, String route) {
        Request request = new Request.Builder()
                .url(base + call.path())
                .header("Authorization", authorization)
                .header("User-Agent", "DiscordBot (https://github.com/lyceum, 0.1)")
                .method(call.method(), body(call))
                .build();
        OkHttpClient client = call.once() ? once : http;
        try (Response response = client.newCall(request).execute()) {
            Answer answer = new Answer(
                    response.code(), new String(response.body().bytes(), StandardCharsets.UTF_8), Duration.ZERO);
            return route.isEmpty() ? answer : counted(call, answer, response);
        } catch (ConnectException | UnknownHostException _) {
            limits.done(route);
            return new Answer(Answer.UNREACHABLE, "", UNREACHABLE_FOR);
        } catch (IOException e) {
            limits.done(route);
            throw new UncheckedIOException("no answer to " + call, e);
        }
    }

    private Answer counted(Call call, Answer answer, Response response) {
        String route = call.route();
        String bucket = response.header("X-RateLimit-Bucket");
        if (answer.status() == TOO_MANY) {
            Duration delay = retryAfter(answer.body(), response.header("Retry-After"));
            limits.pause(route, delay, response.header("X-RateLimit-Global") != null);
            return new Answer(TOO_MANY, answer.body(), delay);
        }
        if (bucket != null) {
            limits.learn(
                    route,
                    new Limits.Announced(
                            bucket,
                            (int) number(response, "X-RateLimit-Limit", 1),
                            (int) number(response, "X-RateLimit-Remaining", 0),
                            number(response, "X-RateLimit-Reset-After", 1)));
        } else if (answer.ok() && call.method().equals("POST")) {
            limits.learnNothing(route);
        } else {
            limits.done(route);
        }
        return answer;
    }

    private static double number(Response response, String header, double otherwise) {
        try {
            String value = response.header(header);
            return value == null ? otherwise : Double.parseDouble(value);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    private static Duration retryAfter(String body, @Nullable String header) {
        double seconds;
        try {
            seconds = DataObject.fromJson(body).getDouble("retry_after");
        } catch (ParsingException _) {
            seconds = header != null && header.matches("\\d{1,6}") ? Double.parseDouble(header) : 1;
        }
        return Duration.ofMillis((long) Math.ceil(seconds * 1000));
    }

    private static RequestBody form(String body, List<Upload> files) {
        MultipartBody.Builder form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("payload_json", null, RequestBody.create(body, JSON));
        for (int i = 0; i < files.size(); i++) {
            form.addFormDataPart(
                    "files[" + i + "]", files.get(i).name(), files.get(i).content());
        }
        return form.build();
    }

    /** A file by its address; empty where it is gone or longer than {@code most}. */
    Optional<byte[]> file(String address, long most) {
        HttpUrl url = HttpUrl.parse(address);
        boolean trusted = url != null
                && (url.host().equals(HttpUrl.get(base).host())
                        || FILES.matcher(url.host()).matches());
        if (!trusted) {
            return Optional.empty();
        }
        try (Response response =
                http.newCall(new Request.Builder().url(url).build()).execute()) {
            boolean fits = response.body().contentLength() <= most;
            return response.isSuccessful() && fits
                    ? Optional.of(response.body().bytes()).filter(bytes -> bytes.length <= most)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a file was not handed out", e);
        }
    }

    private static @Nullable RequestBody body(Call call) {
        if (call.body() == null) {
            return call.method().equals("GET") ? null : RequestBody.create("", null);
        }
        return call.files().isEmpty() ? RequestBody.create(call.body(), JSON) : form(call.body(), call.files());
    }
}
