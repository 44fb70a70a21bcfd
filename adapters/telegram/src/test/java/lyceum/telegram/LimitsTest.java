package lyceum.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lyceum.contract.Log;
import lyceum.contract.SandboxStage;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Outcome;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pace against a server that counts arrivals. */
class LimitsTest {
    private static final List<RoomId> ROOMS = List.of(
            RoomId.parse("telegram:-1001000000001"),
            RoomId.parse("telegram:-1001000000002"),
            RoomId.parse("telegram:-1001000000003"));

    @Test
    void aBurstIsDeliveredWithoutASingle429() throws Exception {
        deliver(5);
    }

    @Test
    @Tag("soak")
    void aBacklogIsDeliveredWithoutASingle429() throws Exception {
        deliver(45);
    }

    private static void deliver(int each) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
                SandboxStage stage = new SandboxStage(URI.create(sandbox.url()), "telegram", "general")) {
            Telegram telegram = telegram(sandbox.url());
            try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> done = new ArrayList<>();
                ROOMS.forEach(room -> done.add(lanes.submit(() -> lane(telegram, room, each))));
                for (Future<?> lane : done) {
                    lane.get();
                }
            }
            telegram.close();

            Log log = stage.log();
            assertThat(log.given429()).isZero();
            assertThat(log.brokenLimits()).isZero();
            assertThat(stage.messages().stream()
                            .map(shown -> shown.text().replace("ann: ", ""))
                            .filter(text -> text.startsWith("line")))
                    .containsExactlyElementsOf(
                            IntStream.range(0, each).mapToObj(i -> "line " + i).toList());
        }
    }

    /** One room's messages in order, each tried again after as long as the adapter says. */
    private static void lane(Telegram telegram, RoomId room, int count) {
        for (int i = 0; i < count; i++) {
            Post post =
                    new Post(room, Document.of(Text.of("line " + i)), Language.EN, new Voice("ann", null), null, "x:");
            Outcome outcome = telegram.post(post, new Nonce("n"));
            while (outcome instanceof Outcome.Later later) {
                Instant due = Instant.now().plus(later.delay());
                await().atMost(later.delay().plus(Duration.ofSeconds(5)))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> !Instant.now().isBefore(due));
                outcome = telegram.post(post, new Nonce("n"));
            }
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        }
    }

    private static Telegram telegram(String sandbox) {
        return new Telegram(
                new TelegramSettings(
                        "1000:sandbox-hub",
                        Set.copyOf(ROOMS),
                        URI.create(sandbox + "/telegram"),
                        TelegramSettings.Pace.DOCUMENTED),
                InstantSource.system(),
                Phrases.of());
    }
}
