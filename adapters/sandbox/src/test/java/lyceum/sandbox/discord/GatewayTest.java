package lyceum.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway's rules, frame by frame. */
class GatewayTest {
    private static final long ALL = Intents.KNOWN;

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
    private final Caller people = new Caller(sandbox.url());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void say(String who, String text) {
        people.post("/sandbox/discord/general/say", "{'who':'" + who + "','text':'" + text + "'}");
    }

    @Test
    void aSessionBeginsWithHelloThenReadyThenTheGuild() {
        try (RawGateway gateway = RawGateway.identified(sandbox.url(), Bot.HUB, ALL)) {
            assertThat(gateway.op(10).path("d").path("heartbeat_interval").asInt())
                    .isEqualTo(41_250);
            JsonNode ready = gateway.event("READY");
            assertThat(ready.path("s").asInt()).isEqualTo(1);
            assertThat(ready.path("d").path("user").path("id").asText()).isEqualTo("100000000000000001");
            assertThat(ready.path("d").path("resume_gateway_url").asText()).startsWith("ws://127.0.0.1:");
            assertThat(gateway.event("GUILD_CREATE")
                            .path("d")
                            .path("member_count")
                            .asInt())
                    .isEqualTo(8);

            gateway.send("{'op':1,'d':2}");
            gateway.op(11);
        }
    }

    @Test
    void theSameFramesComeCompressedInOneZlibStream() {
        try (RawGateway gateway = new RawGateway(sandbox.url(), "?v=10&encoding=json&compress=zlib-stream")) {
            gateway.identify(Bot.HUB, ALL);
            gateway.event("GUILD_CREATE");

            say("小明", "压缩");

            assertThat(gateway.event("MESSAGE_CREATE").path("d").path("content").asText())
                    .isEqualTo("压缩");
        }
    }

    @Test
    void withoutTheContentIntentOnlyOwnMessagesAndMentionsCarryText() {
        try (RawGateway gateway = RawGateway.identified(sandbox.url(), Bot.HUB, ALL & ~Intents.MESSAGE_CONTENT)) {
            say("ann", "secret");
            say("ann", "<@100000000000000001> you");
            new Caller(sandbox.url(), Bot.HUB.token())
                    .post("/discord/api/v10/channels/" + Snowflakes.GENERAL + "/messages", "{'content':'mine'}");

            await().untilAsserted(() ->
                    assertThat(gateway.contents()).containsExactly("", "<@100000000000000001> you", "mine"));
        }
    }

    @Test
    void anEventWithoutItsIntentIsNotSent() {
        try (RawGateway gateway =
                RawGateway.identified(sandbox.url(), Bot.HUB, Intents.GUILDS | Intents.GUILD_MEMBERS)) {
            say("newcomer", "hello");

            gateway.event("GUILD_MEMBER_ADD");
            assertThat(gateway.contents()).isEmpty();
        }
    }

    @Test
    void aPrivateChannelIsHeardOnlyByWhoSeesIt() {
        try (RawGateway hub = RawGateway.identified(sandbox.url(), Bot.HUB, ALL);
                RawGateway guest = RawGateway.identified(sandbox.url(), Bot.GUEST, ALL)) {
            people.post("/sandbox/discord/moderators/say", "{'who':'mei','text':'between us'}");
            say("mei", "for all");

            await().untilAsserted(() -> assertThat(hub.contents()).containsExactly("between us", "for all"));
            await().untilAsserted(() -> assertThat(guest.contents()).containsExactly("for all"));
        }
    }

    @Test
    void aResumedSessionGetsWhatItMissedInOrderAndThenResumed() {
        RawGateway first = RawGateway.identified(sandbox.url(), Bot.HUB, ALL);
        String session = first.event("READY").path("d").path("session_id").asText();
        say("ann", "one");
        first.event("MESSAGE_CREATE");
        long seen = first.lastSeq();
        first.abort();
        say("ann", "two");
        say("bob", "three");

        try (RawGateway second = new RawGateway(sandbox.url())) {
            second.resume(Bot.HUB, session, seen);

            JsonNode resumed = second.event("RESUMED");
            assertThat(second.contents()).containsExactly("two", "three");
            assertThat(resumed.path("s").asLong()).isEqualTo(seen + 3);
        }
    }

    @Test
    void aSessionThatIsUnknownOrWasEndedIsInvalid() {
        RawGateway first = RawGateway.identified(sandbox.url(), Bot.HUB, ALL);
        String session = first.event("READY").path("d").path("session_id").asText();
        first.leave(1000);
        first.closeCode();

        try (RawGateway second = new RawGateway(sandbox.url());
                RawGateway third = new RawGateway(sandbox.url())) {
            third.resume(Bot.HUB, "nonsense", 1);
            assertThat(third.op(9).path("d").asBoolean()).isFalse();
            await().untilAsserted(() -> {
                second.resume(Bot.HUB, session, 1);
                assertThat(second.op(9).path("d").asBoolean()).isFalse();
            });
        }
    }

    @Test
    void whatIsWrongIsToldByTheCloseCode() {
        assertThat(closedAfter("{'op':2,'d':{'token':'wrong','intents':0}}")).isEqualTo(4004);
        assertThat(closedAfter("{'op':2,'d':{'token':'" + Bot.HUB.token() + "','intents':2147483648}}"))
                .isEqualTo(4013);
        assertThat(closedAfter("{'op':3,'d':{}}")).isEqualTo(4003);
        assertThat(closedAfter("{'op':99}")).isEqualTo(4001);
        assertThat(closedAfter("nonsense")).isEqualTo(4002);
        assertThat(closedAfter("{'op':1,'d':'" + "x".repeat(5_000) + "'}")).isEqualTo(4002);
        assertThat(closedAfter("{'op':2,'d':{'token':'" + Bot.HUB.token() + "','intents':0,'shard':[1,1]}}"))
                .isEqualTo(4010);
        try (RawGateway old = new RawGateway(sandbox.url(), "?v=9&encoding=json")) {
            assertThat(old.closeCode()).isEqualTo(4012);
        }
    }

    private int closedAfter(String frame) {
        try (RawGateway gateway = new RawGateway(sandbox.url())) {
            gateway.send(frame);
            return gateway.closeCode();
        }
    }

    @Test
    void aPlannedFaultDoublesAFrameOrDropsTheSocket() {
        try (RawGateway gateway = RawGateway.identified(sandbox.url(), Bot.HUB, ALL)) {
            people.post("/sandbox/discord/faults", "{'kind':'duplicate','count':1,'method':'MESSAGE_CREATE'}");
            say("ann", "twice");
            await().untilAsserted(() -> assertThat(gateway.contents()).containsExactly("twice", "twice"));

            people.post("/sandbox/discord/faults", "{'kind':'disconnect','count':1,'method':'MESSAGE_CREATE'}");
            say("ann", "lost on the way");
            assertThat(gateway.closeCode()).isEqualTo(1006);
        }
    }

    @Test
    void membersAreSentWhenAsked() {
        try (RawGateway gateway = RawGateway.identified(sandbox.url(), Bot.HUB, ALL)) {
            gateway.send("{'op':8,'d':{'guild_id':'" + Snowflakes.GUILD + "','query':'','limit':0,'nonce':'n1'}}");

            JsonNode chunk = gateway.event("GUILD_MEMBERS_CHUNK").path("d");
            assertThat(chunk.path("nonce").asText()).isEqualTo("n1");
            assertThat(chunk.path("members")).hasSize(8);
        }
    }

    @Test
    void sessionsThatOpenWhilePeopleTalkHearEverythingFromThenOn() {
        CompletableFuture<Void> talk =
                CompletableFuture.runAsync(() -> IntStream.range(0, 200).forEach(i -> say("ann", Integer.toString(i))));
        List<RawGateway> gateways = IntStream.range(0, 10)
                .mapToObj(i -> RawGateway.identified(sandbox.url(), Bot.HUB, ALL))
                .toList();
        talk.join();
        say("ann", "end");

        for (RawGateway gateway : gateways) {
            await().until(() -> gateway.contents().contains("end"));
            List<String> heard = gateway.contents();
            int missed = 200 - (heard.size() - 1);
            assertThat(heard.subList(0, heard.size() - 1))
                    .isEqualTo(IntStream.range(missed, 200)
                            .mapToObj(Integer::toString)
                            .toList());
            gateway.close();
        }
    }
}
