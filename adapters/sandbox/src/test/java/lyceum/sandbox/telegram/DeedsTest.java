package lyceum.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the sandbox's people do on Telegram, and what they see. */
class DeedsTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final Visitor visitor = new Visitor(sandbox);

    @AfterEach
    void stop() {
        visitor.close();
        sandbox.close();
    }

    private JsonNode nextUpdate() {
        return await().until(() -> visitor.updates(-1), list -> !list.isEmpty()).getFirst();
    }

    @Test
    void aCommandIsAnsweredByTheMessageThatRepliesToIt() throws Exception {
        CompletableFuture<JsonNode> command = visitor.deedUnderWay(
                "general/command", "{'who':'ann','command':'ask','options':{'text':'why is it so?'}}");
        JsonNode message = nextUpdate().path("message");

        visitor.sent(Visitor.GENERAL, "something else");
        visitor.result(
                "sendMessage",
                "{'chat_id':-1001000000001,'text':'because','reply_parameters':{'message_id':"
                        + message.path("message_id").asText() + "}}");

        assertThat(message.path("text").asText()).isEqualTo("/ask@lyceum_bot why is it so?");
        assertThat(message.at("/entities/0/length").asInt()).isEqualTo("/ask@lyceum_bot".length());
        assertThat(command.get(10, TimeUnit.SECONDS).at("/reply/text").asText()).isEqualTo("because");
    }

    @Test
    void aCommandWithoutAReplyIsAnsweredByTheNextMessageThere() throws Exception {
        CompletableFuture<JsonNode> command = visitor.deedUnderWay("general/command", "{'who':'ann','command':'help'}");
        nextUpdate();

        visitor.sent(Visitor.GENERAL, "Ask me anything");

        assertThat(command.get(10, TimeUnit.SECONDS).at("/reply/text").asText()).isEqualTo("Ask me anything");
    }

    @Test
    void aCommandThatNobodyAnswersIsNullAfterFiveSeconds() {
        assertThat(visitor.deed("general/command", "{'who':'ann','command':'help'}")
                        .toString())
                .isEqualTo("{\"reply\":null}");
    }

    @Test
    void theMessageThatACommandMeansIsRepliedToAndWordsStayTogether() throws Exception {
        String spam = visitor.says("general", "bob", "spam");
        CompletableFuture<JsonNode> command = visitor.deedUnderWay(
                "general/command",
                "{'who':'ann','command':'giveaway new','options':{'prize':'two books','winners':1,'message':" + spam
                        + "}}");

        JsonNode message = await().until(
                        () -> visitor.updates(-1).getFirst().path("message"),
                        last -> last.path("text").asText().startsWith("/"));

        visitor.sent(Visitor.GENERAL, "It runs");
        assertThat(command.get(10, TimeUnit.SECONDS).at("/reply/text").asText()).isEqualTo("It runs");
        assertThat(message.path("text").asText()).isEqualTo("/giveaway@lyceum_bot new \"two books\" 1");
        assertThat(message.at("/reply_to_message/text").asText()).isEqualTo("spam");
    }

    @Test
    void aPressedKeyBringsTheAnswerOfTheHub() throws Exception {
        long id = keyed();
        CompletableFuture<JsonNode> click =
                visitor.deedUnderWay("general/click", "{'who':'ann','message':'" + id + "','button':'Enter'}");
        JsonNode query = nextUpdate().path("callback_query");

        visitor.result(
                "answerCallbackQuery",
                "{'callback_query_id':'" + query.path("id").asText() + "','text':'You are in'}");

        assertThat(query.path("data").asText()).isEqualTo("enter:7");
        assertThat(query.at("/message/message_id").asLong()).isEqualTo(id);
        assertThat(click.get(10, TimeUnit.SECONDS).at("/reply/text").asText()).isEqualTo("You are in");
        assertThat(visitor.hub(
                                "answerCallbackQuery",
                                "{'callback_query_id':'" + query.path("id").asText() + "'}")
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    @Test
    void aPressedKeyMayChangeItsMessage() throws Exception {
        long id = keyed();
        CompletableFuture<JsonNode> click =
                visitor.deedUnderWay("general/click", "{'who':'ann','message':'" + id + "','button':'enter:7'}");
        JsonNode query = nextUpdate().path("callback_query");

        visitor.result(
                "answerCallbackQuery",
                "{'callback_query_id':'" + query.path("id").asText() + "'}");
        visitor.result("editMessageText", "{'chat_id':-1001000000001,'message_id':" + id + ",'text':'1 entry'}");

        assertThat(click.get(10, TimeUnit.SECONDS).at("/reply/text").asText()).isEqualTo("1 entry");
    }

    private long keyed() {
        return visitor.result(
                        "sendMessage",
                        "{'chat_id':-1001000000001,'text':'Giveaway','reply_markup':{'inline_keyboard':[[{'text':'Enter','callback_data':'enter:7'}]]}}")
                .path("message_id")
                .asLong();
    }

    @Test
    void anInlineQueryOffersWhatTheHubAnswers() throws Exception {
        CompletableFuture<JsonNode> complete =
                visitor.deedUnderWay("general/complete", "{'who':'ann','command':'ask','option':'text','text':'rec'}");
        JsonNode query = nextUpdate().path("inline_query");

        visitor.result(
                "answerInlineQuery",
                "{'inline_query_id':'" + query.path("id").asText()
                        + "','results':[{'type':'article','id':'1','title':'Recursion','input_message_content':{'message_text':'What is recursion?'}}]}");

        assertThat(query.path("query").asText()).isEqualTo("ask rec");
        assertThat(complete.get(10, TimeUnit.SECONDS).at("/choices/0/name").asText())
                .isEqualTo("Recursion");
    }

    @Test
    void aBotCannotOpenAPrivateChatButAnswersInOne() throws Exception {
        CompletableFuture<JsonNode> command =
                visitor.deedUnderWay("private/command", "{'who':'ann','command':'start'}");
        JsonNode message = nextUpdate().path("message");

        JsonNode answer = visitor.sent(Visitor.ANN, "Welcome");

        assertThat(message.path("text").asText()).isEqualTo("/start");
        assertThat(message.at("/chat/type").asText()).isEqualTo("private");
        assertThat(answer.at("/chat/id").asLong()).isEqualTo(Visitor.ANN);
        assertThat(command.get(10, TimeUnit.SECONDS).at("/reply/text").asText()).isEqualTo("Welcome");
        assertThat(visitor.look("private/ann/messages").findValuesAsText("text"))
                .containsExactly("/start", "Welcome");
    }

    @Test
    void aPersonWhoBlocksTheBotIsNotReached() {
        visitor.says("private", "ann", "hi");
        visitor.deed("private/leave", "{'who':'ann'}");

        assertThat(visitor.hub("sendMessage", "{'chat_id':5000000003,'text':'x'}")
                        .path("description")
                        .asText())
                .isEqualTo("Forbidden: bot was blocked by the user");
        assertThat(visitor.updates(-1)
                        .getFirst()
                        .at("/my_chat_member/new_chat_member/status")
                        .asText())
                .isEqualTo("kicked");
        visitor.says("private", "ann", "sorry");
        assertThat(visitor.sent(Visitor.ANN, "fine").path("message_id").asLong())
                .isPositive();
    }

    @Test
    void filesAreFetchedUnderTheirPath() {
        String base64 = Base64.getEncoder().encodeToString("answers".getBytes(StandardCharsets.UTF_8));
        visitor.deed(
                "general/say", "{'who':'ann','text':'see','files':[{'name':'notes.pdf','base64':'" + base64 + "'}]}");
        JsonNode message = visitor.updates(0).getFirst().path("message");

        JsonNode file = visitor.result(
                "getFile", "{'file_id':'" + message.at("/document/file_id").asText() + "'}");

        assertThat(message.path("caption").asText()).isEqualTo("see");
        assertThat(message.at("/document/mime_type").asText()).isEqualTo("application/pdf");
        String path = file.path("file_path").asText();
        assertThat(visitor.get("/file/bot1000:sandbox-hub/" + path).body())
                .isEqualTo("answers".getBytes(StandardCharsets.UTF_8));
        assertThat(visitor.get("/telegram/file/bot1000:sandbox-hub/" + path).statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/file/bot1000:sandbox-hub/none").statusCode()).isEqualTo(404);
        assertThat(visitor.look("general/messages").at("/0/files/0").asText()).isEqualTo("notes.pdf");
    }

    @Test
    void editsAreToldAndDeletionsAreNot() {
        String message = visitor.says("general", "小明", "你好");
        visitor.deed("general/edit", "{'who':'xiaoming','message':'" + message + "','text':'您好'}");
        visitor.deed("general/delete", "{'who':'xiaoming','message':'" + message + "'}");

        List<JsonNode> updates = visitor.updates(0);

        assertThat(updates).hasSize(2);
        assertThat(updates.get(1).at("/edited_message/text").asText()).isEqualTo("您好");
        assertThat(updates.get(1).at("/edited_message/edit_date").asLong()).isPositive();
        assertThat(visitor.look("general/messages")).isEmpty();
    }

    @Test
    void aTopicBeginsWhenSomebodySpeaksInIt() {
        visitor.says("general:homework", "ann", "page 3");

        assertThat(visitor.updates(0)
                        .getFirst()
                        .at("/message/forum_topic_created/name")
                        .asText())
                .isEqualTo("homework");
        assertThat(visitor.look("general:homework/messages").at("/0/text").asText())
                .isEqualTo("page 3");
    }

    @Test
    void votesAreCounted() {
        long poll = visitor.result(
                        "sendPoll",
                        "{'chat_id':-1001000000001,'question':'When?','options':[{'text':'Now'},{'text':'Later'}],'is_anonymous':false}")
                .path("message_id")
                .asLong();

        visitor.deed("general/click", "{'who':'ann','message':'" + poll + "','button':'Later'}");

        List<JsonNode> updates = visitor.updates(0);
        assertThat(updates.get(0).at("/poll/options/1/voter_count").asInt()).isEqualTo(1);
        assertThat(updates.get(1).at("/poll_answer/option_ids/0").asInt()).isEqualTo(1);
        assertThat(updates.get(1).at("/poll_answer/option_persistent_ids/0").asText())
                .isEqualTo("2");
    }

    @Test
    void whatPeopleCannotDoIsSaid() {
        assertThat(visitor.deed("general/submit", "{'who':'ann'}").has("error")).isTrue();
        assertThat(visitor.deed("nowhere/say", "{'who':'ann','text':'x'}")
                        .path("error")
                        .asText())
                .contains("nowhere");
        assertThat(visitor.deed("general/react", "{'who':'ann','message':'99','emoji':'👍'}")
                        .path("error")
                        .asText())
                .contains("99");
        assertThat(visitor.deed("general/say", "{'who':'ann','text':'" + "x".repeat(100_000) + "'}")
                        .path("error")
                        .asText())
                .contains("4096");
    }
}
