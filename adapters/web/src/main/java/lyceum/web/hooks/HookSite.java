package lyceum.web.hooks;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.event.Event;
import lyceum.kernel.platform.Inbox;
import lyceum.web.Answer;
import lyceum.web.AskedLanguage;
import lyceum.web.Site;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /hooks/SOURCE}: what payment services tell. It is answered 200 once it is durable, and never before. */
public final class HookSite implements Site {
    private static final Logger LOG = LoggerFactory.getLogger(HookSite.class);
    private static final String PATH = "/hooks/";
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_HEARD_OUT = 4 * MOST_BYTES;
    private static final long PATIENCE_SECONDS = 10;

    private final Map<String, Source> sources;
    private final Clocks clocks;
    private final Inbox inbox;
    private final Phrases phrases;
    private final Seen seen = new Seen();

    /** @param phrases the bundle {@code web} */
    public HookSite(HookSettings settings, Clocks clocks, Inbox inbox, Phrases phrases) {
        this.sources = settings.sources();
        this.clocks = clocks;
        this.inbox = inbox;
        this.phrases = phrases;
    }

    /**
     * The time.
     *
     * @param world by which signatures are old
     * @param community by which things happen
     */
    public record Clocks(InstantSource world, InstantSource community) {}

    @Override
    public boolean answer(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(PATH)) {
            return false;
        }
        String name = path.substring(PATH.length());
        Outcome outcome = request.getMethod().equals("POST") ? taken(name, request) : Outcome.NO_METHOD;
        if (outcome != Outcome.TAKEN) {
            LOG.warn("a delivery for {} was refused: {}", sources.containsKey(name) ? name : "nobody", outcome);
        }
        answer(outcome, request).send(response, callback);
        return true;
    }

    /** What a sender is told. */
    private enum Outcome {
        TAKEN(200),
        NO_METHOD(405),
        UNKNOWN(404),
        TOO_LARGE(413),
        UNREADABLE(400),
        UNSIGNED(401),
        FORGED(401),
        OLD(401),
        REPEATED(409),
        BUSY(503);

        private final int status;

        Outcome(int status) {
            this.status = status;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private Outcome taken(String name, Request request) throws IOException {
        Source source = sources.get(name);
        if (source == null) {
            return Outcome.UNKNOWN;
        }
        Optional<byte[]> body = body(request);
        if (body.isEmpty()) {
            return Outcome.TOO_LARGE;
        }
        Delivery delivery = new Delivery(headers(request), query(request), body.get());
        try {
            return switch (source.proof(delivery, clocks.world().instant())) {
                case UNSIGNED -> Outcome.UNSIGNED;
                case FORGED -> Outcome.FORGED;
                case OLD -> Outcome.OLD;
                case GENUINE ->
                    heard(
                            Seen.digest(name, delivery),
                            source.read(delivery, clocks.community().instant()));
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            LOG.debug("a delivery for {} cannot be read", name, e);
            return Outcome.UNREADABLE;
        }
    }

    private Outcome heard(String digest, List<Event> events) {
        if (!seen.begins(digest)) {
            return Outcome.REPEATED;
        }
        boolean done = false;
        try {
            CompletableFuture.allOf(events.stream().map(inbox::accept).toArray(CompletableFuture[]::new))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            done = true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("a delivery could not be kept, and its sender is asked to come again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!done) {
            seen.failed(digest);
        }
        return done ? Outcome.TAKEN : Outcome.BUSY;
    }

    /** 爱发电 looks for {@code ec}. */
    private Answer answer(Outcome outcome, Request request) {
        boolean taken = outcome == Outcome.TAKEN;
        String reason = phrases.render(Phrase.of("web.hook-" + outcome.word()), AskedLanguage.of(request))
                .plain();
        String json = "{\"ec\":%d,\"em\":\"%s\",\"result\":\"%s\",\"reason\":\"%s\"}\n"
                .formatted(outcome.status, taken ? "" : outcome.word(), outcome.word(), reason);
        return new Answer(outcome.status, "application/json", json);
    }

    /** Empty where it is too large. What is a little so is read to its end all the same: else its sender would not hear why. */
    private static Optional<byte[]> body(Request request) throws IOException {
        if (request.getLength() > MOST_HEARD_OUT) {
            return Optional.empty();
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(MOST_HEARD_OUT);
            return body.length > MOST_BYTES ? Optional.empty() : Optional.of(body);
        }
    }

    private static Map<String, String> headers(Request request) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue();
            headers.putIfAbsent(field.getLowerCaseName(), value == null ? "" : value);
        }
        return headers;
    }

    private static Map<String, String> query(Request request) {
        Map<String, String> query = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            String value = field.getValue();
            query.put(field.getName(), value == null ? "" : value);
        }
        return query;
    }
}
