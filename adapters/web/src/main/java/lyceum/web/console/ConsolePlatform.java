package lyceum.web.console;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.Responds;
import lyceum.kernel.platform.Settles;
import org.jspecify.annotations.Nullable;

/** The console as a platform: its buttons and forms are heard like all others, and answers go back to the browser that waits. */
final class ConsolePlatform implements Platform, Responds, Settles {
    static final PlatformName NAME = new PlatformName("console");
    static final RoomId ROOM = new RoomId(NAME, "pages");

    private final Map<String, CompletableFuture<Document>> waiting = new ConcurrentHashMap<>();
    private volatile @Nullable Inbox inbox;

    /**
     * Brings what somebody asks, and waits for the answer.
     *
     * @param token for the reply; never used before
     * @return empty where nobody answers in time
     */
    Optional<Document> ask(String token, Function<ReplyToken, Asking> asking, Duration patience) {
        Inbox hub = inbox;
        if (hub == null) {
            return Optional.empty();
        }
        CompletableFuture<Document> answer = new CompletableFuture<>();
        waiting.put(token, answer);
        try {
            hub.accept(asking.apply(new ReplyToken(ROOM, token))).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty(); // nobody answers, or the hub is stopping: the reader is told so
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            waiting.remove(token);
        }
    }

    @Override
    public PlatformName name() {
        return NAME;
    }

    @Override
    public void start(Inbox hub) {
        inbox = hub;
    }

    @Override
    public List<Post> fit(Post post) {
        return List.of(post);
    }

    @Override
    public Outcome post(Post post, Nonce nonce) {
        return new Outcome.Refused(Phrase.of("console.no-rooms"));
    }

    @Override
    public Outcome respond(Respond respond, Nonce nonce) {
        CompletableFuture<Document> answer = waiting.get(respond.reply().value());
        return answer != null && answer.complete(respond.document())
                ? Outcome.Done.of()
                : new Outcome.Refused(Phrase.of("console.nobody-waits"));
    }

    /** What an earlier process was to answer, nobody waits for any more: none of it stands, and none may stand twice. */
    @Override
    public List<Optional<MessageId>> settle(RoomId room, @Nullable MessageId after, List<Attempt> unclear) {
        return unclear.stream().map(_ -> Optional.<MessageId>empty()).toList();
    }

    @Override
    public Health health() {
        return new Health(true, Text.EMPTY);
    }

    @Override
    public void close() {
        inbox = null;
    }
}
