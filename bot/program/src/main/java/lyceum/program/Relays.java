package lyceum.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lyceum.community.giveaways.Giveaways.Awaited;
import lyceum.kernel.clock.Alarm;
import lyceum.kernel.event.Answer.Resolved;
import lyceum.kernel.event.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the relays of a beacon for the rounds that giveaways wait for, until two of them say the same. */
final class Relays implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relays.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AGREEING = 2;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = new JsonMapper();
    private final List<URI> relays;
    private final InstantSource clock;
    private final Needs needs;
    private volatile boolean closed;

    /**
     * What it needs of the hub.
     *
     * @param awaited what is waited for now
     * @param hub hears the answer
     */
    record Needs(Supplier<List<Awaited>> awaited, Consumer<Event> hub, Alarm alarm) {}

    Relays(List<URI> relays, InstantSource clock, Needs needs) {
        this.relays = List.copyOf(relays);
        this.clock = clock;
        this.needs = needs;
    }

    /** Looks now and again as long as the alarm is open. */
    void watch() {
        needs.alarm()
                .after(
                        BETWEEN_LOOKS,
                        () -> Thread.ofVirtual().name("relays").start(() -> {
                            look();
                            if (!closed) {
                                watch();
                            }
                        }));
    }

    void look() {
        try {
            for (Awaited each : needs.awaited().get()) {
                if (!closed && !clock.instant().isBefore(each.due())) {
                    signature(each)
                            .ifPresent(signature -> needs.hub().accept(new Resolved(each.question(), signature)));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("the beacon's relays could not be asked", e);
        }
    }

    /** The signature on which two relays agree. */
    private Optional<String> signature(Awaited round) {
        Set<String> said = new HashSet<>();
        int answers = 0;
        for (URI relay : relays) {
            Optional<String> signature = ask(relay, round);
            answers += signature.isPresent() ? 1 : 0;
            if (signature.isPresent() && !said.add(signature.get())) {
                return signature;
            }
        }
        LOG.warn(
                "round {} is not agreed on: {} of {} relays answered, and {} must say the same",
                round.round(),
                answers,
                relays.size(),
                AGREEING);
        return Optional.empty();
    }

    private Optional<String> ask(URI relay, Awaited round) {
        String base = relay.toString().replaceFirst("/$", "");
        URI address = URI.create(base + "/" + round.chain() + "/public/" + round.round());
        try {
            HttpResponse<byte[]> answer =
                    http.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            JsonNode body = json.readTree(answer.body());
            boolean right = answer.statusCode() == 200 && body.path("round").asLong() == round.round();
            return right ? Optional.of(body.path("signature").asText()) : Optional.empty();
        } catch (IOException e) {
            LOG.debug("relay {} did not answer", relay, e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
    }
}
