package lyceum.contract;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.EffectId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Completes;
import lyceum.kernel.platform.HearsTyping;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.kernel.platform.Suggestions;
import org.jspecify.annotations.Nullable;

/** A platform under test, started, with the people of one of its rooms and what it has brought so far. */
public final class Scene implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TRIES = 20;

    private final Stage stage;
    private final Supplier<? extends Platform> maker;
    private final Ears ears = new Ears();
    private final AtomicLong effects = new AtomicLong();
    private final AtomicLong scenes = new AtomicLong();
    private final List<HearsTyping.Typist> typists = new CopyOnWriteArrayList<>();
    private final RoomId room;
    private volatile Suggestions suggestions = _ -> List.of();
    private Platform platform;

    /**
     * Starts a platform and learns by its first message which room the stage is.
     *
     * @param maker makes the platform, each time with the same settings, and with phrases that include the bundle {@code contract}
     */
    public static Scene open(Stage stage, Supplier<? extends Platform> maker) throws PlatformRefused {
        return new Scene(stage, maker);
    }

    private Scene(Stage stage, Supplier<? extends Platform> maker) throws PlatformRefused {
        this.stage = stage;
        this.maker = maker;
        this.platform = maker.get();
        begin();
        stage.say("ann", "the curtain rises");
        this.room = ears.hear("the curtain rises").message().room();
    }

    public Stage stage() {
        return stage;
    }

    public Ears ears() {
        return ears;
    }

    public RoomId room() {
        return room;
    }

    public Platform platform() {
        return platform;
    }

    /** The platform as this ability; a platform whose test names a contract has it. */
    public <A> A as(Class<A> ability) {
        return ability.cast(platform);
    }

    /** The platform leaves; what it has brought is remembered. */
    public void leave() {
        platform.close();
    }

    /** A new platform comes after {@link #leave}, as after a restart of the hub. */
    public void comeBack() throws PlatformRefused {
        platform = maker.get();
        begin();
    }

    private void begin() throws PlatformRefused {
        if (platform instanceof Completes completes) {
            completes.completeFrom(typed -> suggestions.suggest(typed));
        }
        if (platform instanceof HearsTyping hears) {
            hears.typingTo(typists::add);
        }
        platform.start(ears);
    }

    /** Who was told to be typing so far. */
    public List<HearsTyping.Typist> typists() {
        return List.copyOf(typists);
    }

    /** From now on this is suggested to people who type. */
    public void suggests(Suggestions source) {
        suggestions = source;
    }

    /** Words that nobody has said before. */
    public String fresh(String words) {
        return words + " " + scenes.incrementAndGet();
    }

    public Nonce nonce() {
        return Nonce.of("contract", new EffectId(effects.incrementAndGet() + System.nanoTime()));
    }

    public Post post(Text text) {
        return post(Document.of(text), null);
    }

    public Post post(Document document, @Nullable Voice voice) {
        return new Post(room, document, Language.EN, voice, null, "contract:");
    }

    /** Posts as the hub does: fitted, and tried again while the platform says later or says nothing. */
    public List<MessageId> deliver(Post post) {
        return platform.fit(post).stream()
                .flatMap(piece -> persist(piece, nonce()).stream())
                .toList();
    }

    private List<MessageId> persist(Post piece, Nonce nonce) {
        return insist(each -> each.post(piece, nonce));
    }

    /** Asks until it is done, waiting as long as the platform says between the tries. */
    public List<MessageId> insist(Function<Platform, Outcome> request) {
        String reason = "";
        for (int i = 0; i < TRIES; i++) {
            Duration delay;
            try {
                switch (request.apply(platform)) {
                    case Outcome.Done done -> {
                        return done.messages();
                    }
                    case Outcome.Refused refused ->
                        throw new AssertionError("refused: " + Phrases.english(refused.reason()));
                    case Outcome.Barred barred ->
                        throw new AssertionError("barred: " + Phrases.english(barred.reason()));
                    case Outcome.Later later -> {
                        delay = later.delay();
                        reason = Phrases.english(later.reason());
                    }
                }
            } catch (UncheckedIOException e) {
                reason = String.valueOf(e.getMessage());
                delay = Duration.ofMillis(100);
            }
            pause(delay);
        }
        throw new AssertionError("not done in " + TRIES + " tries: " + reason);
    }

    /** The messages in the room whose visible characters contain these, in order. */
    public List<Shown> standing(String words) {
        return stage.messages().stream()
                .filter(shown -> shown.plain().contains(words))
                .toList();
    }

    /** The one message in the room with these words, as soon as it stands. */
    public Shown stands(String words) {
        return await().atMost(PATIENCE)
                .until(() -> standing(words), found -> found.size() == 1)
                .getFirst();
    }

    @Override
    public void close() {
        platform.close();
    }

    static void pause(Duration delay) {
        long due = System.nanoTime() + delay.toNanos();
        await().atMost(delay.plus(PATIENCE)).until(() -> System.nanoTime() >= due);
    }
}
