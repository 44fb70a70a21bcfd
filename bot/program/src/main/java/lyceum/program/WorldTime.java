package lyceum.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time of a sandbox's world, followed from outside: it runs as the machine's does, and jumps when the sandbox's clock is set. */
final class WorldTime implements InstantSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorldTime.class);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long NANOS_BETWEEN_TRIES = Duration.ofMillis(200).toNanos();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final String sandbox;
    private final Thread follower;
    private volatile Duration ahead = Duration.ZERO;
    private volatile Runnable onSet = () -> {};
    private volatile String lastSet = "";
    private boolean hurried;
    private volatile boolean closed;

    private WorldTime(String sandbox) {
        this.sandbox = sandbox + "/sandbox";
        this.follower = Thread.ofVirtual().name("world-time").unstarted(this::follow);
    }

    /**
     * Reads the clock, and follows it from then on.
     *
     * @param sandbox the sandbox's address, without a slash at the end
     * @throws Refusal if nothing answers there
     */
    static WorldTime follow(String sandbox) throws Refusal, InterruptedException {
        WorldTime time = new WorldTime(sandbox);
        try {
            time.lastSet = time.read("");
            time.hurried = time.get("/limits").path("limits").asText().equals("off");
        } catch (IOException e) {
            throw new Refusal("running.sandbox-silent", sandbox);
        }
        time.follower.start();
        return time;
    }

    /** Whether the sandbox lifts the platforms' rates, so that the hub need not keep to them either. */
    boolean hurried() {
        return hurried;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    /** What is done each time the clock was set. */
    void whenSet(Runnable step) {
        onSet = step;
    }

    @Override
    public void close() {
        closed = true;
        follower.interrupt();
        http.shutdownNow();
    }

    private void follow() {
        while (!closed) {
            try {
                String set = read("?after=" + lastSet);
                if (!set.equals(lastSet)) {
                    lastSet = set;
                    onSet.run();
                }
            } catch (IOException e) {
                LOG.debug("the sandbox's clock does not answer", e);
                LockSupport.parkNanos(NANOS_BETWEEN_TRIES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The mark of the clock's last setting. */
    private String read(String query) throws IOException, InterruptedException {
        JsonNode answer = get("/clock" + query);
        ahead = Duration.between(Instant.now(), Instant.parse(answer.path("now").asText()));
        return answer.path("set").asText();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox + path))
                .timeout(PATIENCE)
                .build();
        return json.readTree(http.send(request, BodyHandlers.ofByteArray()).body());
    }
}
