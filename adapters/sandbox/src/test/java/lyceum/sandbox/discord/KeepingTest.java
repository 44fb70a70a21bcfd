package lyceum.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.world.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox with a data folder goes on where it was. */
class KeepingTest {
    private static final String API = "/discord/api/v10";

    @TempDir
    private Path data;

    private Sandbox start() {
        return Sandbox.start(new SandboxSettings(0, 0, data, Limits.OFF));
    }

    @Test
    void messagesWebhooksCommandsAndRolesOutliveTheProcess() {
        JsonNode before;
        String webhook;
        try (Sandbox first = start()) {
            Caller people = new Caller(first.url());
            Caller hub = new Caller(first.url(), Bot.HUB.token());
            String said = people.post("/sandbox/discord/general/say", "{'who':'zoe','text':'你好'}")
                    .path("message")
                    .asText();
            people.post("/sandbox/discord/general/react", "{'who':'bob','message':'" + said + "','emoji':'👍'}");
            people.post("/sandbox/discord/help:Mine/say", "{'who':'bob','text':'a post'}");
            hub.post(
                    API + "/channels/" + Snowflakes.GENERAL + "/messages",
                    "{'content':'n','nonce':'1','enforce_nonce':true}");
            webhook = hub.post(API + "/channels/" + Snowflakes.GENERAL + "/webhooks", "{'name':'W'}")
                    .path("id")
                    .asText();
            hub.post(API + "/applications/" + Bot.HUB.id() + "/commands", "{'name':'help','description':'Help'}");
            hub.send(
                    "PUT",
                    API + "/guilds/" + Snowflakes.GUILD + "/members/500000000000000004/roles/" + Snowflakes.SUBSCRIBER,
                    "");
            before = people.get("/sandbox/discord/general/messages");
        }

        for (int start = 0; start < 2; start++) {
            try (Sandbox again = start()) {
                Caller people = new Caller(again.url());
                Caller hub = new Caller(again.url(), Bot.HUB.token());
                hub.post(
                        API + "/channels/" + Snowflakes.GENERAL + "/messages",
                        "{'content':'n','nonce':'1','enforce_nonce':true}");
                assertThat(people.get("/sandbox/discord/general/messages")).isEqualTo(before);
                assertThat(people.get("/sandbox/discord/help:Mine/messages")).hasSize(1);
                assertThat(hub.get(API + "/webhooks/" + webhook).path("name").asText())
                        .isEqualTo("W");
                assertThat(hub.get(API + "/applications/" + Bot.HUB.id() + "/commands"))
                        .hasSize(1);
                assertThat(people.get("/sandbox/discord/people/bob")
                                .path("roles")
                                .path(0)
                                .asText())
                        .isEqualTo("Subscriber");
            }
        }
    }
}
