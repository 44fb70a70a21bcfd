package lyceum.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The requests to the Bot API: telegrambots' client over an OkHttp that never tries anything twice by itself. */
final class Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Longer than the longest poll. */
    private static final Duration POLL_PATIENCE = Duration.ofSeconds(Poller.TIMEOUT_SECONDS + 15);
    /** A connection that was idle for longer is not trusted with a message whose fate would be unclear. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    private static final int CONNECTIONS = 64;
    /** The doorway leads every request to the configured address. */
    private static final String ANYWHERE = "https://api.telegram.org";

    private final String token;
    private final ObjectMapper json = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private final OkHttpClient http;
    private final OkHttpClient pollHttp;
    private final OkHttpTelegramClient client;
    private final OkHttpTelegramClient pollClient;
    private final Moves moves;
    private final Successors successors;
    private volatile boolean closed;

    /**
     * @param moves where chats stand now
     * @param successors where topics stand now
     */
    Wire(TelegramSettings settings, Moves moves, Successors successors) {
        this.moves = moves;
        this.successors = successors;
        this.token = settings.token();
        Doorway doorway = new Doorway(settings.api());
        this.http = new OkHttpClient.Builder()
                .dispatcher(dispatcher())
                .connectionPool(new ConnectionPool(CONNECTIONS, IDLE.toSeconds(), TimeUnit.SECONDS))
                .addInterceptor(doorway::enter)
                .addNetworkInterceptor(Doorway::leave)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .callTimeout(PATIENCE)
                .readTimeout(PATIENCE)
                .writeTimeout(PATIENCE)
                .connectTimeout(PATIENCE)
                .build();
        this.pollHttp = http.newBuilder()
                .dispatcher(dispatcher())
                .callTimeout(POLL_PATIENCE)
                .readTimeout(POLL_PATIENCE)
                .build();
        TelegramUrl url = new TelegramUrl(
                doorway.base().scheme(), doorway.base().host(), doorway.base().port(), false);
        this.client = new OkHttpTelegramClient(json, http, token, url);
        this.pollClient = new OkHttpTelegramClient(json, pollHttp, token, url);
    }

    /** Blocks for at most ten seconds. An interrupt is a lost answer and stays set. */
    Reply ask(BotApiMethod<?> method) {
        return ask(client, method);
    }

    /**
     * What is sent with a file.
     *
     * @param part the name of the file's field
     */
    record Laden(ObjectNode fields, String part, String name, RequestBody content) {}

    /** Sends a form with a file; blocks for at most ten seconds. */
    Reply upload(String method, Laden laden) {
        if (closed) {
            return new Reply.Unsent(Phrase.of("telegram.wire-closed"));
        }
        long chat = laden.fields().path("chat_id").asLong();
        return switch (moves.out(successors.out(laden.fields().deepCopy()))) {
            case Moves.Led.Nowhere(String why) -> new Reply.No(400, why, null, null);
            case Moves.Led.There(ObjectNode fields) -> told(send(method, form(fields, laden)), chat);
        };
    }

    private static MultipartBody form(ObjectNode fields, Laden laden) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        fields.properties().forEach(field -> form.addFormDataPart(field.getKey(), Moves.written(field.getValue())));
        return form.addFormDataPart(laden.part(), laden.name(), laden.content()).build();
    }

    private Reply send(String method, MultipartBody form) {
        Request request = new Request.Builder()
                .url(ANYWHERE + "/bot" + token + "/" + method)
                .post(form)
                .build();
        try (Response response = http.newCall(request).execute()) {
            return read(response.body().string());
        } catch (Doorway.NeverLeft e) {
            return new Reply.Unsent(Phrase.of("telegram.never-left", method, redacted(String.valueOf(e.getMessage()))));
        } catch (IOException e) {
            return new Reply.Lost(
                    Phrase.of("telegram.no-answer", method, e.getClass().getSimpleName()));
        }
    }

    /** The bytes of a file by its path; empty where it is gone or longer than {@code most}. */
    Optional<byte[]> file(String path, long most) {
        Request request = new Request.Builder()
                .url(ANYWHERE + "/file/bot" + token + "/" + path)
                .build();
        try (Response response = http.newCall(request).execute()) {
            boolean fits = response.body().contentLength() <= most;
            return response.isSuccessful() && fits
                    ? Optional.of(response.body().bytes()).filter(bytes -> bytes.length <= most)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException("a file was not handed out: " + e.getClass().getSimpleName()));
        }
    }

    /** Blocks for as long as the poll says, and some seconds more. */
    Reply poll(GetUpdates method) {
        return ask(pollClient, method);
    }

    /** Breaks off the poll that waits and takes no more requests; those under way come to their end, so that none is left unclear. */
    void close() {
        closed = true;
        pollHttp.dispatcher().cancelAll();
        pollHttp.dispatcher().executorService().shutdown();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private Reply ask(OkHttpTelegramClient by, BotApiMethod<?> method) {
        if (closed) {
            return new Reply.Unsent(Phrase.of("telegram.wire-closed"));
        }
        ObjectNode fields = json.valueToTree(method);
        long chat = fields.path("chat_id").asLong();
        return switch (moves.out(successors.out(fields))) {
            case Moves.Led.Nowhere(String why) -> new Reply.No(400, why, null, null);
            case Moves.Led.There(ObjectNode request) -> told(ask(by, new AsTold(method, request)), chat);
        };
    }

    /** As if the chat stood where it was; updates are read one by one, since one may tell that a chat moved. */
    private Reply told(Reply reply, long chat) {
        return reply instanceof Reply.Ok(JsonNode result) && !result.isArray()
                ? new Reply.Ok(successors.in(moves.in(result, chat)))
                : reply;
    }

    private Reply ask(OkHttpTelegramClient by, AsTold method) {
        try {
            return read(by.executeAsync(method).get());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Reply.Lost(Phrase.of("telegram.interrupted", method.getMethod()));
        } catch (ExecutionException e) {
            return broken(method, e.getCause() == null ? e : e.getCause());
        } catch (TelegramApiException e) {
            return new Reply.No(400, redacted(String.valueOf(e.getMessage())), null, null);
        }
    }

    private Reply broken(BotApiMethod<?> method, Throwable cause) {
        Say why = Phrase.of(
                "telegram.no-answer",
                method.getMethod().toLowerCase(Locale.ROOT),
                redacted(cause.getClass().getSimpleName() + " " + cause.getMessage()));
        return cause instanceof Doorway.NeverLeft ? new Reply.Unsent(why) : new Reply.Lost(why);
    }

    private Reply read(String answer) {
        JsonNode node;
        try {
            node = json.readTree(answer);
        } catch (JsonProcessingException _) {
            return new Reply.Garbled(answer);
        }
        if (node.path("ok").asBoolean(false) && node.has("result")) {
            return new Reply.Ok(node.path("result"));
        }
        if (!node.has("error_code")) {
            return new Reply.Garbled(answer);
        }
        JsonNode parameters = node.path("parameters");
        JsonNode wait = parameters.path("retry_after");
        JsonNode moved = parameters.path("migrate_to_chat_id");
        return new Reply.No(
                node.path("error_code").asInt(),
                redacted(node.path("description").asText()),
                wait.isNumber() ? Duration.ofSeconds(wait.asLong()) : null,
                moved.isNumber() ? moved.asLong() : null);
    }

    private String redacted(String text) {
        return text.replace(token, "TOKEN");
    }

    private static Dispatcher dispatcher() {
        Dispatcher dispatcher = new Dispatcher(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("telegram-request-", 0).factory()));
        dispatcher.setMaxRequests(CONNECTIONS);
        dispatcher.setMaxRequestsPerHost(CONNECTIONS);
        return dispatcher;
    }
}
