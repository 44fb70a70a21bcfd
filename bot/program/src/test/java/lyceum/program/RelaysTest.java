package lyceum.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import lyceum.community.giveaways.Giveaways.Awaited;
import lyceum.kernel.clock.Alarm;
import lyceum.kernel.event.Answer.Resolved;
import lyceum.kernel.event.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Relays that agree, lie or are down. */
class RelaysTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Awaited ROUND = new Awaited("giveaways:round:quicknet:7", "abc", 7, NOW);

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Event> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    private URI relay(int status, String signature) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/abc/public/7", exchange -> {
            byte[] body =
                    "{\"round\":7,\"signature\":\"%s\"}".formatted(signature).getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        servers.add(server);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void look(Awaited awaited, URI... relays) {
        Alarm alarm = new Alarm() {
            @Override
            public void after(java.time.Duration delay, Runnable ring) {}

            @Override
            public void close() {}
        };
        try (Relays asked = new Relays(
                List.of(relays),
                InstantSource.fixed(NOW),
                new Relays.Needs(() -> List.of(awaited), heard::add, alarm))) {
            asked.look();
        }
    }

    @Test
    void twoThatSayTheSameAreBelievedThoughAThirdIsDown() throws IOException {
        look(ROUND, relay(500, ""), relay(200, "aa"), relay(200, "aa"));

        assertThat(heard).containsExactly(new Resolved("giveaways:round:quicknet:7", "aa"));
    }

    @Test
    void oneAloneOrTwoThatDifferAreNot() throws IOException {
        look(ROUND, relay(200, "aa"), relay(200, "bb"));
        look(ROUND, relay(200, "aa"), relay(404, "aa"));

        assertThat(heard).isEmpty();
    }

    @Test
    void nobodyIsAskedBeforeTheRoundIsDue() throws IOException {
        look(new Awaited(ROUND.question(), "abc", 7, NOW.plusSeconds(1)), relay(200, "aa"), relay(200, "aa"));

        assertThat(heard).isEmpty();
    }
}
