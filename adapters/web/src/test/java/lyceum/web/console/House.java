package lyceum.web.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Page;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.EffectId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.kernel.platform.Responds;
import lyceum.web.WebServer;
import lyceum.web.WebSettings;

/** A console on a real port, with a hub that answers everything by what it heard. */
final class House implements Inbox, AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Phrases PHRASES = Phrases.of("console", "web");

    final List<Event> heard = new CopyOnWriteArrayList<>();
    final AtomicReference<Document> shown = new AtomicReference<>(Document.of(Text.of("first")));
    final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    final AtomicLong changes = new AtomicLong();
    private final Console console = new Console(
            now::get, () -> NOW, asked -> asked.room().platform().value().equals("discord"));
    private final WebServer server;

    House() throws IOException {
        this(Optional.empty());
    }

    House(Optional<URI> publicUrl) throws IOException {
        List<Page> pages = List.of(page("main", Standing.MODERATOR), page("secret", Standing.CREATOR));
        Contents contents = new Contents(
                "Ada & <friends>", pages, (_, _) -> Objects.requireNonNull(shown.get()), PHRASES, changes::get);
        server = new WebServer(new WebSettings("127.0.0.1", 0, publicUrl), List.of(console.site(contents)));
        console.standsAt(publicUrl.orElse(server.address()));
        try {
            console.platform().start(this);
        } catch (PlatformRefused e) {
            throw new IllegalStateException(e);
        }
    }

    private Page page(String path, Standing needs) {
        return new Page(path, Phrase.of("console.title"), needs, (_, _) -> Objects.requireNonNull(shown.get()));
    }

    Console console() {
        return console;
    }

    /** A link for somebody. */
    URI link(String name, Standing standing) {
        Speaker speaker = new Speaker(AuthorId.parse("discord:" + name), name, null, standing, false, Language.EN);
        URI link = console.invite(speaker, Duration.ofMinutes(10));
        return server.address().resolve(link.getRawPath() + "?" + link.getRawQuery());
    }

    URI at(String path) {
        return server.address().resolve(path);
    }

    /** A browser with cookies of its own, which follows redirects. */
    static HttpClient visitor() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    static HttpResponse<String> get(HttpClient visitor, URI address, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return visitor.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    static HttpResponse<String> post(HttpClient visitor, URI address, String form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return visitor.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    static String seal(String page) {
        return page.replaceAll("(?s).*name=\"seal\" value=\"([^\"]+)\".*", "$1");
    }

    @Override
    public CompletableFuture<Void> accept(Event event) {
        heard.add(event);
        if (event instanceof Asking asking && console.platform() instanceof Responds responds) {
            Document answer = Document.of(Text.of("heard " + asking.getClass().getSimpleName()));
            Respond respond = new Respond(asking.reply(), answer, Language.EN, true, "test:answer");
            Thread.ofVirtual().start(() -> responds.respond(respond, Nonce.of("test", new EffectId(1))));
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<MessageId> newest(RoomId room) {
        return Optional.empty();
    }

    @Override
    public void close() {
        server.close();
    }
}
