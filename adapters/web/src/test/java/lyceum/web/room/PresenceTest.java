package lyceum.web.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People.PresenceChanged;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.PlatformRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of those whom the hub knows it is told when they watch the live room, and since when. */
class PresenceTest {
    private static final Speaker MEI =
            new Speaker(AuthorId.parse("discord:9"), "mei", null, Standing.MODERATOR, false, null);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<PresenceChanged> told = new LinkedBlockingQueue<>();
    private SmallHub hub;

    @BeforeEach
    void open() throws PlatformRefused {
        hub = new SmallHub(folder.resolve("lyceum.db"), 0, 600);
        hub.start(new Inbox() {
            @Override
            public CompletableFuture<Void> accept(Event event) {
                if (event instanceof PresenceChanged changed) {
                    told.add(changed);
                }
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public Optional<MessageId> newest(RoomId of) {
                return Optional.empty();
            }
        });
    }

    @AfterEach
    void close() {
        hub.close();
        http.shutdownNow();
    }

    @Test
    void aNameIsFreeWithTheLastWindowOfWhoeverHasIt() {
        try (Browser ann = Browser.enter(http, hub.address(), "ann", -1)) {
            String pass = ann.hear("you").path("pass").asText();
            try (Browser window = new Browser(http, hub.address())) {
                window.send("{\"do\":\"hello\",\"pass\":\"%s\",\"name\":\"ann\",\"cursor\":-1}".formatted(pass));
                window.hear("welcome");
            }
            await().during(Duration.ofMillis(300)).until(() -> !mayBeCalled("ann"));
        }
        await().until(() -> mayBeCalled("ann"));
    }

    private boolean mayBeCalled(String name) {
        try (Browser stranger = Browser.enter(http, hub.address(), name, -1)) {
            return stranger.hear("you").path("name").asText().equals(name);
        }
    }

    @Test
    void aMemberWatchesFromTheFirstWindowToTheLastAndAStrangerUnseen() throws InterruptedException {
        Instant since;
        try (Browser stranger = Browser.enter(http, hub.address(), "bob", -1)) {
            stranger.hear("welcome");
            try (Browser first = enters();
                    Browser second = enters()) {
                PresenceChanged came = next();
                since = came.since();
                assertThat(List.of(came.here(), came.since().equals(came.at()))).containsOnly(true);
                assertThat(came.speaker().id()).isEqualTo(MEI.id());
                assertThat(first.hear("you").path("name").asText())
                        .isEqualTo(second.hear("you").path("name").asText());
            }
            PresenceChanged left = next();
            assertThat(left.here()).isFalse();
            assertThat(left.since()).isEqualTo(since);
            assertThat(left.at()).isAfterOrEqualTo(since);
        }
        assertThat(told).isEmpty();
    }

    private Browser enters() {
        URI link = hub.link(MEI);
        Browser browser = new Browser(http, hub.address());
        browser.send("{\"do\":\"hello\",\"cursor\":-1,\"code\":\"%s\"}"
                .formatted(link.getFragment().replace("code=", "")));
        browser.hear("welcome");
        return browser;
    }

    private PresenceChanged next() throws InterruptedException {
        PresenceChanged next = told.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }
}
