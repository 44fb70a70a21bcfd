package lyceum.sandbox.twitch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.twitch.Visitor.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Helix and the token's own questions on the bare wire. */
@Timeout(60)
class HelixTest {
    private static final String SENT = "{'broadcaster_id':'600000001','sender_id':'690000001','message':'%s'}";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
    private final Visitor visitor = new Visitor(sandbox);

    @AfterEach
    void close() {
        visitor.close();
        sandbox.close();
    }

    private Answer say(String words) {
        return visitor.helix("POST", "/chat/messages", SENT.formatted(words));
    }

    @Test
    void aLineStandsUnderTheIdThatIsAnswered() {
        Answer said = say("hello");

        JsonNode sent = said.body().at("/data/0");
        assertThat(sent.path("is_sent").asBoolean()).isTrue();
        assertThat(sent.path("drop_reason").isNull()).isTrue();
        assertThat(visitor.messages().at("/0/message").asText())
                .isEqualTo(sent.path("message_id").asText());
        assertThat(said.header("Ratelimit-Limit")).isEqualTo("800");
        assertThat(said.header("Ratelimit-Remaining")).isEqualTo("799");
        assertThat(said.header("Ratelimit-Reset")).matches("[0-9]{10}");
    }

    @ParameterizedTest
    @CsvSource({
        "600000009, 690000001, words, 400",
        "600000001, 600000003, words, 401",
        "600000001, 690000001, '', 400",
        "600000001, 690000001, LONG, 422"
    })
    void whatCannotBeSaidIsRefused(String channel, String sender, String words, int status) {
        String json = "{'broadcaster_id':'%s','sender_id':'%s','message':'%s'}"
                .formatted(channel, sender, words.replace("LONG", "字".repeat(501)));

        assertThat(visitor.helix("POST", "/chat/messages", json).status()).isEqualTo(status);
        assertThat(visitor.messages()).isEmpty();
    }

    @Test
    void fiveHundredCharactersAreNotTooMany() {
        assertThat(say("😀".repeat(500)).status()).isEqualTo(200);
    }

    @Test
    void aReplyIsOne() {
        String asked = visitor.say("bob", "why?");

        visitor.helix("POST", "/chat/messages", SENT.formatted("so','reply_parent_message_id':'" + asked));

        assertThat(visitor.messages().at("/1/replyTo").asText()).isEqualTo(asked);
    }

    @Test
    void whoIsSilencedIsDroppedWithAReason() {
        visitor.deed("ada/timeout", "{'who':'ada','person':'lyceum','seconds':5}");

        JsonNode sent = say("hello").body().at("/data/0");

        assertThat(sent.path("is_sent").asBoolean()).isFalse();
        assertThat(sent.at("/drop_reason/code").asText()).isEqualTo("msg_timedout");
    }

    @Test
    void aHundredLinesAreAllowedAndTheNextIsTooMany() {
        for (int i = 0; i < 100; i++) {
            assertThat(say("line " + i).status()).isEqualTo(200);
        }

        Answer refused = say("one too many");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Ratelimit-Remaining")).isEqualTo("0");
        assertThat(Long.parseLong(refused.header("Ratelimit-Reset")))
                .isGreaterThan(Instant.now().getEpochSecond());
        assertThat(visitor.messages()).hasSize(100);
    }

    @Test
    void aMessageIsDeletedByAModeratorAndOnlyOnce() {
        String spam = visitor.say("bob", "spam");
        String path = "/moderation/chat?broadcaster_id=600000001&moderator_id=690000001&message_id=" + spam;

        assertThat(visitor.helix("DELETE", path, "").status()).isEqualTo(204);
        assertThat(visitor.helix("DELETE", path, "").status()).isEqualTo(404);
        assertThat(visitor.messages()).isEmpty();
    }

    @Test
    void whatTheFilterHoldsIsLetThroughOrThrownAway() {
        String fine = visitor.deed("ada/hold", "{'who':'bob','text':'fine'}")
                .path("message")
                .asText();
        String rude = visitor.deed("ada/hold", "{'who':'bob','text':'rude'}")
                .path("message")
                .asText();

        decide(fine, "ALLOW");
        decide(rude, "DENY");

        assertThat(visitor.messages()).hasSize(1);
        assertThat(visitor.messages().at("/0/text").asText()).isEqualTo("fine");
    }

    private void decide(String message, String action) {
        String json = "{'user_id':'690000001','msg_id':'" + message + "','action':'" + action + "'}";
        assertThat(visitor.helix("POST", "/moderation/automod/message", json).status())
                .isEqualTo(204);
    }

    @Test
    void aTokenTellsWhoseItIsAndWhatItMayDo() {
        JsonNode told = validate("OAuth sandbox-hub").body();
        visitor.deed("ada/token", "{'scopes':['chat:read'],'seconds':60}");
        JsonNode later = validate("Bearer sandbox-hub").body();

        assertThat(told.path("login").asText()).isEqualTo("lyceum");
        assertThat(told.path("user_id").asText()).isEqualTo("690000001");
        assertThat(told.path("scopes").toString()).contains("user:write:chat");
        assertThat(later.path("scopes").toString()).isEqualTo("[\"chat:read\"]");
        assertThat(later.path("expires_in").asInt()).isBetween(1, 60);
    }

    @Test
    void aTokenThatIsNoneOrWasTakenBackIsRefused() {
        visitor.deed("ada/token", "{'valid':false}");

        assertThat(validate("Bearer sandbox-hub").status()).isEqualTo(401);
        assertThat(validate("Bearer other").status()).isEqualTo(401);
        assertThat(visitor.helix("GET", "/users?login=ada", "").status()).isEqualTo(401);
        assertThat(visitor.send("GET", "/twitch/helix/users", "", "").status()).isEqualTo(401);
    }

    private Answer validate(String authorization) {
        return visitor.send("GET", "/twitch/oauth2/validate", "", authorization);
    }
}
