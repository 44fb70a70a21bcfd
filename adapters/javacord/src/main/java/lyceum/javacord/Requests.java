package lyceum.javacord;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.platform.Outcome;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.javacord.api.DiscordApi;
import org.javacord.api.exception.DiscordException;
import org.javacord.api.util.rest.RestRequestResponseInformation;
import org.javacord.core.util.rest.RestEndpoint;
import org.javacord.core.util.rest.RestMethod;
import org.javacord.core.util.rest.RestRequest;

/**
 * Waits for what is asked of Discord and says what came of it. Javacord keeps the limits and repeats what met one, so an answer may
 * take long. What its builders cannot write goes through its requester all the same: see {@link #ask}. Any thread; blocks.
 */
final class Requests {
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAILS = 500;
    private static final int NOT_FOUND = 404;

    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*(\\d{1,7})");

    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /** A refusal by Discord: its status, and its own number for the reason, or 0. */
    record Refusal(int status, int code) {
        boolean gone() {
            return status == NOT_FOUND;
        }
    }

    /** How a refusal is taken. */
    interface OnRefusal {
        Outcome of(Refusal refusal);
    }

    /** A file that goes along with a message. */
    record Upload(String name, RequestBody content) {}

    /** Who waits for an answer waits no longer. */
    void close() {
        closed.completeExceptionally(new CancellationException("closed"));
    }

    /**
     * Waits for a request.
     *
     * @throws UncheckedIOException where no answer came, or Discord failed, so that it may stand all the same
     */
    <T> Outcome outcome(CompletableFuture<T> request, Function<T, Outcome> done, OnRefusal refused) {
        try {
            CompletableFuture.anyOf(request, closed).join();
            return done.apply(request.join());
        } catch (CompletionException e) {
            Throwable cause = e;
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return failed(cause, refused);
        }
    }

    <T> Outcome outcome(CompletableFuture<T> request, OnRefusal refused) {
        return outcome(request, _ -> Outcome.Done.of(), refused);
    }

    private static Outcome failed(Throwable cause, OnRefusal refused) {
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            return new Outcome.Later(AGAIN, Phrase.of("discord.unreachable"));
        }
        if (cause instanceof IOException lost) {
            throw new UncheckedIOException("no answer from Discord", lost);
        }
        RestRequestResponseInformation answer =
                cause instanceof DiscordException known ? known.getResponse().orElse(null) : null;
        if (answer == null) {
            throw new UncheckedIOException(new IOException("no answer from Discord", cause));
        }
        if (answer.getCode() >= SERVER_FAILS) {
            throw new UncheckedIOException(new IOException("Discord answered " + answer.getCode()));
        }
        return answer.getCode() == TOO_MANY
                ? new Outcome.Later(AGAIN, Phrase.of("discord.answered-only", Integer.toString(TOO_MANY)))
                : refused.of(new Refusal(answer.getCode(), code(answer)));
    }

    private static int code(RestRequestResponseInformation answer) {
        String body = answer.getBody().orElse("");
        Matcher found = CODE.matcher(body);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /**
     * Something for which Javacord has no builder, or none that survives a restart.
     *
     * @param path what stands in the address, in order
     */
    record Ask(RestMethod method, RestEndpoint endpoint, List<String> path, JsonNode body, List<Upload> files) {
        Ask(RestMethod method, RestEndpoint endpoint, List<String> path, JsonNode body) {
            this(method, endpoint, path, body, List.of());
        }
    }

    CompletableFuture<JsonNode> ask(DiscordApi api, Ask ask) {
        RestRequest<JsonNode> request = new RestRequest<JsonNode>(api, ask.method(), ask.endpoint())
                .setUrlParameters(ask.path().toArray(String[]::new));
        if (ask.endpoint() == RestEndpoint.WEBHOOK_SEND) {
            request.addQueryParameter("wait", "true"); // else nobody learns the message's id
        }
        return (ask.files().isEmpty() ? request.setBody(ask.body()) : request.setMultipartBody(form(ask)))
                .execute(result -> result.getJsonBody());
    }

    private static MultipartBody form(Ask ask) {
        MultipartBody.Builder form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart(
                        "payload_json",
                        null,
                        RequestBody.create(ask.body().toString(), MediaType.get("application/json")));
        for (int i = 0; i < ask.files().size(); i++) {
            Upload file = ask.files().get(i);
            form.addFormDataPart("files[" + i + "]", file.name(), file.content());
        }
        return form.build();
    }
}
