package lyceum.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** REST's rules, request by request. */
class RestTest {
    private static final String GENERAL = "/discord/api/v10/channels/" + Snowflakes.GENERAL;
    private static final String MESSAGES = GENERAL + "/messages";
    private static final String GUILD = "/discord/api/v10/guilds/" + Snowflakes.GUILD;

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final Caller hub = new Caller(sandbox.url(), Bot.HUB.token());
    private final Caller guest = new Caller(sandbox.url(), Bot.GUEST.token());
    private final Caller people = new Caller(sandbox.url());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static int code(HttpResponse<byte[]> response) {
        return Json.read(response.body()).path("code").asInt();
    }

    private List<String> texts() {
        JsonNode list = people.get("/sandbox/discord/general/messages");
        return list.valueStream().map(message -> message.path("text").asText()).toList();
    }

    @Test
    void anEnforcedNonceAnswersTheFirstMessage() {
        String body = "{'content':'once','nonce':'abc','enforce_nonce':true}";
        String first = hub.post(MESSAGES, body).path("id").asText();

        assertThat(hub.post(MESSAGES, body).path("id").asText()).isEqualTo(first);
        guest.post(MESSAGES, body);
        hub.post(MESSAGES, "{'content':'again','nonce':'abc'}");
        assertThat(texts()).containsExactly("once", "once", "again");

        people.send("PUT", "/sandbox/clock", "{'now':'2099-01-01T00:00:00Z'}");
        hub.post(MESSAGES, body);
        assertThat(texts()).as("a nonce is forgotten after some minutes").hasSize(4);
    }

    @Test
    void badTokensAndUnknownThingsAreAnsweredAsDiscordDoes() {
        HttpResponse<byte[]> refused = people.send("GET", "/discord/api/v10/users/@me", "");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(hub.send("GET", "/discord/api/v10/channels/1", "").statusCode())
                .isEqualTo(404);
        assertThat(code(hub.send("GET", "/discord/api/v10/channels/1", ""))).isEqualTo(10003);
        assertThat(code(hub.send("GET", MESSAGES + "/1", ""))).isEqualTo(10008);
        assertThat(hub.get("/discord/api/v10/nothing").path("message").asText()).isEqualTo("404: Not Found");
        assertThat(code(hub.send("POST", MESSAGES, "{broken"))).isEqualTo(50109);
    }

    @Test
    void whatIsTooLongOrEmptyIsRefused() {
        HttpResponse<byte[]> tooLong = hub.send("POST", MESSAGES, "{'content':'" + "x".repeat(2_001) + "'}");
        assertThat(tooLong.statusCode()).isEqualTo(400);
        JsonNode error = Json.read(tooLong.body());
        assertThat(error.path("code").asInt()).isEqualTo(50035);
        assertThat(error.at("/errors/content/_errors/0/code").asText()).isEqualTo("BASE_TYPE_MAX_LENGTH");
        assertThat(code(hub.send("POST", MESSAGES, "{'content':'  '}"))).isEqualTo(50006);
        assertThat(code(hub.send("POST", MESSAGES, "{'content':'x','nonce':'" + "n".repeat(26) + "'}")))
                .isEqualTo(50035);
        assertThat(hub.send("POST", MESSAGES, "{'content':'" + "😀".repeat(2_000) + "'}")
                        .statusCode())
                .as("the limit counts code points")
                .isEqualTo(200);
    }

    @Test
    void halfASurrogatePairBreaksNothing() {
        hub.post(MESSAGES, "{'content':'a\\ud800b'}");

        assertThat(texts()).containsExactly("a\uFFFDb");
    }

    @Test
    void historyIsReadBeforeAfterAndAround() {
        List<String> ids = java.util.stream.IntStream.rangeClosed(1, 5)
                .mapToObj(i ->
                        hub.post(MESSAGES, "{'content':'" + i + "'}").path("id").asText())
                .toList();

        assertThat(contents(hub.get(MESSAGES + "?limit=2"))).containsExactly("5", "4");
        assertThat(contents(hub.get(MESSAGES + "?after=" + ids.get(1) + "&limit=2")))
                .containsExactly("4", "3");
        assertThat(contents(hub.get(MESSAGES + "?before=" + ids.get(2)))).containsExactly("2", "1");
        assertThat(contents(hub.get(MESSAGES + "?around=" + ids.get(2) + "&limit=3")))
                .containsExactly("4", "3", "2");
        assertThat(hub.send("GET", MESSAGES + "?limit=101", "").statusCode()).isEqualTo(400);
    }

    private static List<String> contents(JsonNode list) {
        return list.valueStream()
                .map(message -> message.path("content").asText())
                .toList();
    }

    @Test
    void permissionsAreComputedAndEnforced() {
        String moderators = "/discord/api/v10/channels/" + Snowflakes.MODERATORS + "/messages";
        String announcements = "/discord/api/v10/channels/" + Snowflakes.ANNOUNCEMENTS + "/messages";
        String said = people.post("/sandbox/discord/general/say", "{'who':'ann','text':'x'}")
                .path("message")
                .asText();
        String member = GUILD + "/members/" + Snowflakes.of(People.ANN);
        String owner = GUILD + "/members/" + Snowflakes.of(People.ADA);

        assertThat(code(guest.send("POST", moderators, "{'content':'x'}"))).isEqualTo(50001);
        assertThat(code(guest.send("POST", announcements, "{'content':'x'}"))).isEqualTo(50013);
        assertThat(code(guest.send("DELETE", MESSAGES + "/" + said, ""))).isEqualTo(50013);
        assertThat(code(hub.send("PATCH", MESSAGES + "/" + said, "{'content':'y'}")))
                .isEqualTo(50005);
        assertThat(code(guest.send("PUT", member + "/roles/" + Snowflakes.SUBSCRIBER, "")))
                .isEqualTo(50013);
        assertThat(code(hub.send("PATCH", owner, "{'communication_disabled_until':'2099-01-01T00:00:00Z'}")))
                .isEqualTo(50013);
        assertThat(hub.send("POST", announcements, "{'content':'x'}").statusCode())
                .isEqualTo(200);
        assertThat(hub.send("DELETE", MESSAGES + "/" + said, "").statusCode()).isEqualTo(204);
        assertThat(people.send("POST", "/sandbox/discord/moderators/say", "{'who':'ann','text':'x'}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoIsTimedOutIsSilentUntilTheWorldsTimeHasPassed() {
        String member = GUILD + "/members/" + Snowflakes.of(People.BOB);
        people.send("PUT", "/sandbox/clock", "{'now':'2030-01-01T00:00:00Z'}");
        hub.send("PATCH", member, "{'communication_disabled_until':'2030-01-01T00:10:00.000Z'}");

        String say = "{'who':'bob','text':'x'}";
        assertThat(people.send("POST", "/sandbox/discord/general/say", say).statusCode())
                .isEqualTo(409);
        assertThat(people.get("/sandbox/discord/people/bob").path("timedOut").asBoolean())
                .isTrue();
        people.send("PUT", "/sandbox/clock", "{'now':'2030-01-01T00:11:00Z'}");
        assertThat(people.send("POST", "/sandbox/discord/general/say", say).statusCode())
                .isEqualTo(200);
        assertThat(hub.send("PATCH", member, "{'communication_disabled_until':'2030-02-11T00:00:00Z'}")
                        .statusCode())
                .as("28 days at most")
                .isEqualTo(400);
    }

    @Test
    void mentionsPingOnlyWhomTheRequestAllows() {
        String text = "@everyone <@&" + Snowflakes.MODERATOR + "> <@" + Snowflakes.of(People.ANN) + ">";
        hub.post(MESSAGES, "{'content':'" + text + "'}");
        assertThat(pings()).containsExactly("everyone", "@Moderator", "ann");
        hub.post(MESSAGES, "{'content':'" + text + "','allowed_mentions':{'parse':['users']}}");
        assertThat(pings()).containsExactly("ann");
        hub.post(MESSAGES, "{'content':'" + text + "','allowed_mentions':{'parse':[]}}");
        assertThat(pings()).isEmpty();
        guest.post(MESSAGES, "{'content':'" + text + "'}");
        assertThat(pings()).as("without the permission").containsExactly("ann");
        JsonNode webhook = hub.post(GENERAL + "/webhooks", "{'name':'Relay'}");
        execute(webhook, "", "{'content':'" + text + "'}");
        assertThat(pings()).as("a webhook may").contains("everyone");
    }

    private List<String> pings() {
        return people.last("/sandbox/discord/general/messages")
                .path("pings")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode execute(JsonNode webhook, String query, String body) {
        return people.post(webhookPath(webhook) + query, body);
    }

    private static String webhookPath(JsonNode webhook) {
        return "/discord/api/v10/webhooks/" + webhook.path("id").asText() + "/"
                + webhook.path("token").asText();
    }

    @Test
    void whatAWebhookPostedCanBeReadBackEditedAndDeleted() {
        JsonNode webhook = hub.post(GENERAL + "/webhooks", "{'name':'Relay'}");
        assertThat(execute(webhook, "", "{'content':'unseen id'}").isEmpty()).isTrue();
        JsonNode posted =
                execute(webhook, "?wait=true", "{'content':'copy','username':'小明','avatar_url':'http://x/a.png'}");
        String message = webhookPath(webhook) + "/messages/" + posted.path("id").asText();

        assertThat(people.get(message).path("author").path("username").asText()).isEqualTo("小明");
        assertThat(contents(hub.get(MESSAGES))).containsExactly("copy", "unseen id");
        assertThat(hub.get(MESSAGES).path(0).path("webhook_id")).isEqualTo(webhook.path("id"));
        people.send("PATCH", message, "{'content':'copy 2'}");
        assertThat(texts()).containsExactly("unseen id", "copy 2");
        people.send("DELETE", message, "");
        assertThat(texts()).containsExactly("unseen id");
        assertThat(hub.get(GENERAL + "/webhooks").path(0).path("token")).isEqualTo(webhook.path("token"));
        assertThat(hub.get(GUILD + "/webhooks")).hasSize(1);
        assertThat(code(people.send("POST", webhookPath(webhook) + "x", "{'content':'x'}")))
                .isEqualTo(50027);
        assertThat(code(people.send("POST", webhookPath(webhook), "{'content':'x','username':'Discord team'}")))
                .isEqualTo(50035);
        assertThat(code(guest.send("GET", GENERAL + "/webhooks", ""))).isEqualTo(50013);
    }

    @Test
    void aForumPostIsAThreadWithTheIdOfItsFirstMessage() {
        JsonNode thread = hub.post(
                "/discord/api/v10/channels/" + Snowflakes.HELP + "/threads",
                "{'name':'How?','message':{'content':'first'}}");

        String id = thread.path("id").asText();
        assertThat(hub.get("/discord/api/v10/channels/" + id + "/messages/" + id)
                        .path("content")
                        .asText())
                .isEqualTo("first");
        people.post("/sandbox/discord/help:How%3F/say", "{'who':'ann','text':'second'}");
        assertThat(people.get("/sandbox/discord/help:How%3F/messages")).hasSize(2);
        assertThat(hub.get(GUILD + "/threads/active").path("threads")).hasSize(1);
        people.post("/sandbox/discord/help:Mine/say", "{'who':'bob','text':'a new post'}");
        assertThat(people.last("/sandbox/discord/help:Mine/messages")
                        .path("who")
                        .asText())
                .isEqualTo("bob");
    }

    @Test
    void bulkDeletionRefusesOldAndDoubleIds() {
        String one = hub.post(MESSAGES, "{'content':'1'}").path("id").asText();
        String two = hub.post(MESSAGES, "{'content':'2'}").path("id").asText();
        String both = "{'messages':['" + one + "','" + two + "']}";

        assertThat(code(hub.send("POST", MESSAGES + "/bulk-delete", "{'messages':['" + one + "','" + one + "']}")))
                .isEqualTo(50035);
        people.send("PUT", "/sandbox/clock", "{'now':'2099-01-01T00:00:00Z'}");
        assertThat(code(hub.send("POST", MESSAGES + "/bulk-delete", both))).isEqualTo(50034);
    }
}
