package lyceum.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** getUpdates as Telegram's own server does it. */
class UpdatesTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final Visitor visitor = new Visitor(sandbox);

    @AfterEach
    void stop() {
        visitor.close();
        sandbox.close();
    }

    @Test
    void whatAPersonSaysIsAnUpdateUntilItsOffsetIsConfirmed() {
        visitor.says("general", "ann", "hello /help@lyceum_bot");

        List<JsonNode> first = visitor.updates(0);
        List<JsonNode> again = visitor.updates(0);
        JsonNode message = first.getFirst().path("message");
        long id = first.getFirst().path("update_id").asLong();

        assertThat(again).isEqualTo(first).hasSize(1);
        assertThat(message.path("text").asText()).isEqualTo("hello /help@lyceum_bot");
        assertThat(message.path("from").path("first_name").asText()).isEqualTo("ann");
        assertThat(message.path("from").path("id").asLong()).isEqualTo(Visitor.ANN);
        assertThat(message.path("chat").path("id").asLong()).isEqualTo(Visitor.GENERAL);
        assertThat(message.path("entities").get(0).path("type").asText()).isEqualTo("bot_command");
        assertThat(message.path("entities").get(0).path("offset").asInt()).isEqualTo(6);
        visitor.says("general", "bob", "next");
        assertThat(visitor.updates(id + 1)).hasSize(1);
        assertThat(visitor.updates(0)).as("confirmed for good").hasSize(1);
    }

    @Test
    void aLongPollWakesAtOnceForAnUpdate() throws Exception {
        CompletableFuture<JsonNode> poll = visitor.polling("{'timeout':50}");
        long begun = System.nanoTime();

        visitor.says("general", "ann", "wake up");

        JsonNode answer = poll.get(5, TimeUnit.SECONDS);
        assertThat(answer.path("result")).hasSize(1);
        assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(4));
    }

    @Test
    void aPollThatEndsWithoutUpdatesIsEmpty() {
        assertThat(visitor.result("getUpdates", "{'timeout':1}")).isEmpty();
    }

    @Test
    void aSecondPollerEndsTheFirst() throws Exception {
        CompletableFuture<JsonNode> first = visitor.polling("{'timeout':50,'offset':1}");
        org.awaitility.Awaitility.await().until(() -> {
            visitor.hub("getUpdates", "{'timeout':1,'offset':2}");
            return first.isDone();
        });

        assertThat(first.get(5, TimeUnit.SECONDS).path("error_code").asInt()).isEqualTo(409);
        assertThat(first.get().path("description").asText())
                .isEqualTo(
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
    }

    @Test
    void anOffsetAskedAgainAtOnceGetsOneUpdateOnly() {
        visitor.says("general", "ann", "one");
        visitor.says("general", "ann", "two");
        assertThat(visitor.result("getUpdates", "{'offset':5}")).hasSize(2);

        assertThat(visitor.result("getUpdates", "{'offset':5}")).hasSize(1);
    }

    @Test
    void anEmptyOffsetAskedAgainWithinThreeSecondsIsHeldForThree() {
        visitor.updates(0);
        long begun = System.nanoTime();

        assertThat(visitor.updates(0)).isEmpty();

        assertThat(System.nanoTime() - begun).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(2900));
    }

    @Test
    void aNegativeOffsetForgetsAllButTheLast() {
        visitor.says("general", "ann", "one");
        visitor.says("general", "ann", "two");
        visitor.says("general", "ann", "three");

        List<JsonNode> last = visitor.updates(-1);

        assertThat(last).hasSize(1);
        assertThat(last.getFirst().path("message").path("text").asText()).isEqualTo("three");
        assertThat(visitor.updates(0)).hasSize(1);
    }

    @Test
    void anOffsetFarInTheFutureConfirmsNothing() {
        visitor.says("general", "ann", "one");

        assertThat(visitor.updates(2_000_000_000)).hasSize(1);
    }

    @Test
    void theLimitHolds() {
        visitor.says("general", "ann", "one");
        visitor.says("general", "ann", "two");

        assertThat(visitor.result("getUpdates", "{'limit':1}")).hasSize(1);
    }

    @Test
    void updatesLiveForADay() {
        visitor.says("general", "ann", "yesterday's");
        visitor.time(java.time.Instant.now().plusSeconds(86_500).toString());
        visitor.says("general", "ann", "today's");

        assertThat(visitor.updates(0)).hasSize(1);
    }

    @Test
    void reactionsComeOnlyWhenAskedForAndTheWishIsRemembered() {
        String message = visitor.says("general", "ann", "like me");
        visitor.deed("general/react", "{'who':'bob','message':'" + message + "','emoji':'👍'}");
        assertThat(visitor.updates(0)).as("the message alone").hasSize(1);
        visitor.result("getUpdates", "{'offset':1,'allowed_updates':['message_reaction']}");

        visitor.deed("general/react", "{'who':'bob','message':'" + message + "','emoji':'❤️'}");
        visitor.says("general", "ann", "not asked for");

        List<JsonNode> updates = visitor.updates(-1);
        JsonNode reaction = updates.getFirst().path("message_reaction");
        assertThat(reaction.path("user").path("first_name").asText()).isEqualTo("bob");
        assertThat(reaction.path("old_reaction").get(0).path("emoji").asText()).isEqualTo("👍");
        assertThat(reaction.path("new_reaction").get(0).path("emoji").asText()).isEqualTo("❤");
        assertThat(visitor.result("getWebhookInfo", "{}").path("allowed_updates"))
                .hasSize(1);
    }

    @Test
    void botsHearNeitherThemselvesNorEachOther() {
        visitor.sent(Visitor.GENERAL, "from the hub");
        visitor.guest("sendMessage", "{'chat_id':" + Visitor.GENERAL + ",'text':'from the guest'}");
        visitor.says("general", "ann", "from a person");

        assertThat(visitor.updates(0)).hasSize(1);
    }

    @Test
    void aBotThatIsNoAdministratorHearsOnlyWhatIsMeantForIt() {
        visitor.says("general", "ann", "just talk");
        visitor.says("general", "ann", "/start");
        visitor.says("general", "ann", "/start@lyceum_bot");
        visitor.says("general", "ann", "hey @guest_bot");

        assertThat(visitor.guest("getUpdates", "{}").path("result")).hasSize(2);
    }
}
