package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lyceum.sandbox.world.Json;

/** One thing that a person asked of a bot, from the asking to the last followup; guarded by itself. */
final class Interaction {
    static final int COMMAND = 2;
    static final int COMPONENT = 3;
    static final int COMPLETION = 4;
    static final int MODAL = 5;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(3);
    private static final long TOKEN_MILLIS = TimeUnit.MINUTES.toMillis(15);

    private final Source source;
    private final int type;
    private final long askedNanos = System.nanoTime();
    private final CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    private int callback;
    private long original;

    /**
     * Where an interaction comes from.
     *
     * @param name the command's name, empty for other kinds
     * @param message the message whose button was pressed, or 0
     */
    record Source(
            long id, String token, Bot bot, Member person, Channel channel, String name, long message, long atMillis) {}

    Interaction(Source source, int type) {
        this.source = source;
        this.type = type;
        this.original = source.message();
    }

    long id() {
        return source.id();
    }

    Bot bot() {
        return source.bot();
    }

    Member person() {
        return source.person();
    }

    Channel channel() {
        return source.channel();
    }

    String token() {
        return source.token();
    }

    int type() {
        return type;
    }

    /** What the person is shown: a message, or a form under {@code form}, or choices under {@code choices}. */
    CompletableFuture<JsonNode> answer() {
        return answer;
    }

    /** Takes the first answer; refuses one that is late or the second. */
    synchronized void acknowledge(int with) {
        if (System.nanoTime() - askedNanos > PATIENCE) {
            throw DiscordError.unknown("Interaction");
        }
        if (callback != 0) {
            throw DiscordError.of(400, 40060, "Interaction has already been acknowledged.");
        }
        callback = with;
    }

    synchronized boolean acknowledged() {
        return callback != 0;
    }

    /** Gives the first answer back, when the bot's message was refused. */
    synchronized void withdraw() {
        callback = 0;
    }

    boolean expired(long nowMillis) {
        return Math.abs(nowMillis - source.atMillis()) > TOKEN_MILLIS;
    }

    synchronized long original() {
        return original;
    }

    synchronized void original(long id) {
        original = id;
    }

    /** What the message that answers says about whom it answers. */
    ObjectNode metadata() {
        ObjectNode metadata = Json.object().put("id", Long.toString(id())).put("type", type);
        metadata.set("user", person().user());
        metadata.putObject("authorizing_integration_owners").put("0", Long.toString(Snowflakes.GUILD));
        if (!source.name().isEmpty()) {
            metadata.put("name", source.name());
        }
        return metadata;
    }
}
