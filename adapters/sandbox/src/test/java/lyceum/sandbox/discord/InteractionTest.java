package lyceum.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.world.Json;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands, buttons and forms on the bare wire. */
class InteractionTest {
    private static final String API = "/discord/api/v10";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
    private final Caller hub = new Caller(sandbox.url(), Bot.HUB.token());
    private final Caller people = new Caller(sandbox.url());
    private final RawGateway gateway = RawGateway.identified(sandbox.url(), Bot.HUB, 0);

    @BeforeEach
    void register() {
        hub.send("PUT", API + "/applications/" + Bot.HUB.id() + "/guilds/" + Snowflakes.GUILD + "/commands", """
                [{'name':'ask','description':'Ask','name_localizations':{'zh-CN':'提问'},
                  'options':[{'type':3,'name':'text','description':'What','required':true,'autocomplete':true}]},
                 {'name':'class','description':'Classes','options':[{'type':1,'name':'come','description':'I come',
                  'options':[{'type':4,'name':'id','description':'Which','required':true}]}]},
                 {'name':'secret','description':'For moderators','default_member_permissions':'8192'},
                 {'name':'Report','type':3,'name_localizations':{'zh-CN':'举报'}}]""");
    }

    @AfterEach
    void stop() {
        gateway.close();
        sandbox.close();
    }

    private CompletableFuture<JsonNode> asks(String who, String command, String options) {
        String body = "{'who':'" + who + "','command':'" + command + "','options':" + options + "}";
        return CompletableFuture.supplyAsync(() -> people.post("/sandbox/discord/general/command", body));
    }

    private JsonNode interaction() {
        return gateway.event("INTERACTION_CREATE").path("d");
    }

    private int answer(JsonNode interaction, String body) {
        return hub.send(
                        "POST",
                        API + "/interactions/" + interaction.path("id").asText() + "/"
                                + interaction.path("token").asText() + "/callback",
                        body)
                .statusCode();
    }

    private static String followups(JsonNode interaction) {
        return API + "/webhooks/" + Bot.HUB.id() + "/"
                + interaction.path("token").asText();
    }

    @Test
    void aPrivateAnswerIsSeenByWhoAskedOnly() throws Exception {
        var reply = asks("ann", "提问", "{'text':'why'}");
        JsonNode asked = interaction();
        assertThat(asked.at("/data/options/0/value").asText()).isEqualTo("why");
        assertThat(asked.at("/member/user/global_name").asText()).isEqualTo("ann");

        assertThat(answer(asked, "{'type':4,'data':{'content':'because','flags':64}}"))
                .isEqualTo(204);

        assertThat(reply.get(5, TimeUnit.SECONDS).path("reply").path("text").asText())
                .isEqualTo("because");
        assertThat(people.get("/sandbox/discord/general/messages")).isEmpty();
        assertThat(people.get("/sandbox/discord/general/messages?who=bob")).isEmpty();
        assertThat(people.get("/sandbox/discord/general/messages?who=ann")).hasSize(1);
        assertThat(hub.get(API + "/channels/" + Snowflakes.GENERAL + "/messages"))
                .isEmpty();
    }

    @Test
    void aMessageThatIsPointedAtComesWithTheCommand() throws Exception {
        String message = people.post("/sandbox/discord/general/say", "{'who':'bob','text':'rude'}")
                .path("message")
                .asText();

        String body = "{'who':'ann','command':'举报','message':'" + message + "'}";
        var reply = CompletableFuture.supplyAsync(() -> people.post("/sandbox/discord/general/command", body));
        JsonNode data = interaction().path("data");

        assertThat(data.path("type").asInt()).isEqualTo(3);
        assertThat(data.path("name").asText()).isEqualTo("Report");
        assertThat(data.path("target_id").asText()).isEqualTo(message);
        assertThat(data.path("resolved")
                        .path("messages")
                        .path(message)
                        .path("content")
                        .asText())
                .isEqualTo("rude");
        assertThat(data.has("options")).isFalse();
        assertThat(status("{'who':'ann','command':'ask','message':'" + message + "'}"))
                .isEqualTo(404);
        reply.cancel(true);
    }

    @Test
    void aDeferredAnswerIsWhatItBecomes() throws Exception {
        var reply = asks("bob", "class come", "{'id':7}");
        JsonNode asked = interaction();
        assertThat(asked.at("/data/options/0/options/0/value").asInt()).isEqualTo(7);
        assertThat(answer(asked, "{'type':5}")).isEqualTo(204);
        assertThat(answer(asked, "{'type':4,'data':{'content':'x'}}"))
                .as("once only")
                .isEqualTo(400);

        hub.send("PATCH", followups(asked) + "/messages/@original", "{'content':'you come'}");
        hub.post(followups(asked), "{'content':'and this'}");

        assertThat(reply.get(5, TimeUnit.SECONDS).path("reply").path("text").asText())
                .isEqualTo("you come");
        assertThat(people.get("/sandbox/discord/general/messages")).hasSize(2);
    }

    @Test
    void afterThreeSecondsTheInteractionIsUnknown() throws Exception {
        var reply = asks("bob", "ask", "{'text':'hello?'}");
        JsonNode asked = interaction();
        long since = System.nanoTime();
        Awaitility.await()
                .until(() ->
                        System.nanoTime() - since > Duration.ofMillis(3_050).toNanos());

        assertThat(answer(asked, "{'type':4,'data':{'content':'late'}}")).isEqualTo(404);

        assertThat(reply.get(5, TimeUnit.SECONDS).path("reply").isNull()).isTrue();
    }

    @Test
    void afterAQuarterOfAnHourTheTokenIsNoGood() throws Exception {
        var reply = asks("bob", "ask", "{'text':'x'}");
        JsonNode asked = interaction();
        answer(asked, "{'type':4,'data':{'content':'y'}}");
        reply.get(5, TimeUnit.SECONDS);

        people.send("PUT", "/sandbox/clock", "{'now':'2099-01-01T00:00:00Z'}");

        assertThat(hub.send("POST", followups(asked), "{'content':'z'}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aButtonChangesItsMessageAndAFormComesBack() throws Exception {
        String message = hub.post(API + "/channels/" + Snowflakes.GENERAL + "/messages", """
                {'content':'card','components':[{'type':1,'components':[
                 {'type':2,'style':1,'label':'Claim','custom_id':'claim'}]}]}""")
                .path("id")
                .asText();
        String click = "{'who':'mei','message':'" + message + "','button':'Claim'}";
        var form = CompletableFuture.supplyAsync(() -> people.post("/sandbox/discord/general/click", click));
        JsonNode pressed = interaction();
        assertThat(pressed.at("/data/custom_id").asText()).isEqualTo("claim");
        answer(pressed, """
                {'type':9,'data':{'custom_id':'why','title':'Why?','components':[{'type':1,'components':[
                 {'type':4,'custom_id':'reason','label':'Reason','style':1}]}]}}""");
        assertThat(form.get(5, TimeUnit.SECONDS).at("/form/title").asText()).isEqualTo("Why?");

        var reply = CompletableFuture.supplyAsync(
                () -> people.post("/sandbox/discord/general/submit", "{'who':'mei','fields':{'Reason':'spam'}}"));
        JsonNode sent = gateway.frame(frame -> frame.at("/d/type").asInt() == 5).path("d");
        assertThat(sent.at("/data/components/0/components/0/value").asText()).isEqualTo("spam");
        answer(sent, "{'type':7,'data':{'content':'claimed by mei','components':[]}}");

        assertThat(reply.get(5, TimeUnit.SECONDS).at("/reply/text").asText()).isEqualTo("claimed by mei");
        assertThat(people.last("/sandbox/discord/general/messages").path("buttons"))
                .isEmpty();
    }

    @Test
    void completionAnswersChoices() throws Exception {
        var choices = CompletableFuture.supplyAsync(() -> people.post(
                "/sandbox/discord/general/complete", "{'who':'ann','command':'ask','option':'text','text':'gra'}"));
        JsonNode asked = interaction();
        assertThat(asked.path("type").asInt()).isEqualTo(4);
        assertThat(asked.at("/data/options/0/focused").asBoolean()).isTrue();

        answer(asked, "{'type':8,'data':{'choices':[{'name':'graphs','value':'graphs'}]}}");

        assertThat(choices.get(5, TimeUnit.SECONDS).at("/choices/0/name").asText())
                .isEqualTo("graphs");
    }

    @Test
    void whatAPersonCannotSendIsRefusedBeforeTheBotHearsOfIt() {
        assertThat(status("{'who':'ann','command':'nothing'}")).isEqualTo(404);
        assertThat(status("{'who':'ann','command':'ask'}")).isEqualTo(400);
        assertThat(status("{'who':'ann','command':'class'}")).isEqualTo(400);
        assertThat(status("{'who':'ann','command':'class come','options':{'id':'x'}}"))
                .isEqualTo(400);
        assertThat(status("{'who':'ann','command':'secret'}")).isEqualTo(409);
    }

    private int status(String body) {
        return people.send("POST", "/sandbox/discord/general/command", body).statusCode();
    }

    @Test
    void badCommandsAreRefusedWithThePathOfTheFault() {
        String commands = API + "/applications/" + Bot.HUB.id() + "/commands";

        var refused = hub.send("PUT", commands, "[{'name':'Upper Case','description':'x'}]");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Json.read(refused.body()).at("/errors/0/name/_errors/0/code").asText())
                .isEqualTo("APPLICATION_COMMAND_INVALID_NAME");
        assertThat(hub.send("GET", API + "/applications/1/commands", "").statusCode())
                .isEqualTo(403);
    }
}
