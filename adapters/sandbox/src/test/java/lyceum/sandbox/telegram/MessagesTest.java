package lyceum.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.world.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sending, editing and deleting, and how the Bot API words its refusals. */
class MessagesTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final Visitor visitor = new Visitor(sandbox);

    @AfterEach
    void stop() {
        visitor.close();
        sandbox.close();
    }

    @Test
    void aMessageIsAnsweredAsItStandsInTheChat() {
        JsonNode message = visitor.result(
                "sendMessage",
                "{'chat_id':-1001000000001,'text':'<b>Hi</b> all','parse_mode':'HTML','reply_markup':{'inline_keyboard':[[{'text':'Go','callback_data':'go'}]]}}");

        assertThat(message.path("message_id").asLong()).isPositive();
        assertThat(message.path("text").asText()).isEqualTo("Hi all");
        assertThat(message.path("entities").toString()).isEqualTo("[{\"offset\":0,\"length\":2,\"type\":\"bold\"}]");
        assertThat(message.path("from").path("is_bot").asBoolean()).isTrue();
        assertThat(message.path("chat").toString())
                .isEqualTo(
                        "{\"id\":-1001000000001,\"type\":\"supergroup\",\"title\":\"general\",\"username\":\"lyceum_general\",\"is_forum\":true}");
        assertThat(message.at("/reply_markup/inline_keyboard/0/0/callback_data").asText())
                .isEqualTo("go");
        JsonNode seen = visitor.look("general/messages").get(0);
        assertThat(seen.path("html").asText()).isEqualTo("<b>Hi</b> all");
        assertThat(seen.path("buttons").get(0).asText()).isEqualTo("Go");
        assertThat(seen.path("bot").asBoolean()).isTrue();
    }

    @Test
    void parametersMayStandInTheQueryAFormOrAMultipartBody() {
        assertThat(ok(visitor.get("/bot1000:sandbox-hub/SENDMESSAGE?chat_id=-1001000000001&text=query")
                        .body()))
                .isTrue();
        assertThat(ok(visitor.form(
                                "/telegram/bot1000:sandbox-hub/sendmessage", FORM, "chat_id=@lyceum_general&text=form")
                        .body()))
                .isTrue();
        String part = "--X\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String body = part.formatted("chat_id", "-1001000000001") + part.formatted("text", "多 part") + "--X--\r\n";
        assertThat(ok(visitor.form("/bot1000:sandbox-hub/sendMessage", "multipart/form-data; boundary=X", body)
                        .body()))
                .isTrue();
        assertThat(visitor.look("general/messages").findValuesAsText("text"))
                .containsExactly("query", "form", "多 part");
    }

    private static boolean ok(byte[] body) {
        return Json.read(body).path("ok").asBoolean();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            sendMessage → {'text':'x'} → 400 → Bad Request: chat_id is empty
            sendMessage → {'chat_id':1,'text':'x'} → 400 → Bad Request: chat not found
            sendMessage → {'chat_id':-1001000000001,'text':'x','message_thread_id':1} → 400 → Bad Request: message thread not found
            sendMessage → {'chat_id':-4000000001,'text':'x'} → 400 → Bad Request: group chat was upgraded to a supergroup chat
            sendMessage → {'chat_id':5000000003,'text':'x'} → 403 → Forbidden: bot can't initiate conversation with a user
            sendMessage → {'chat_id':1001,'text':'x'} → 403 → Forbidden: bots can't send messages to bots
            sendMessage → {'chat_id':-1001000000001} → 400 → Bad Request: message text is empty
            sendMessage → {'chat_id':-1001000000001,'text':' '} → 400 → Bad Request: text must be non-empty
            sendMessage → {'chat_id':-1001000000001,'text':'<b>','parse_mode':'HTML'} → 400 → Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"
            sendMessage → {'chat_id':-1001000000001,'text':'x','entities':[{'type':'bold','offset':0,'length':2}]} → 400 → Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2
            sendMessage → {'chat_id':-1001000000001,'text':'x','reply_parameters':{'message_id':99}} → 400 → Bad Request: message to be replied not found
            sendMessage → {'chat_id':-1001000000001,'text':'x','message_thread_id':99} → 400 → Bad Request: message thread not found
            sendMessage → {'chat_id':-1001000000001,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'k'}]]}} → 400 → Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard
            editMessageText → {'chat_id':-1001000000001,'message_id':99,'text':'x'} → 400 → Bad Request: message to edit not found
            deleteMessage → {'chat_id':-1001000000001,'message_id':99} → 400 → Bad Request: message to delete not found
            getFile → {'file_id':'none'} → 400 → Bad Request: invalid file_id
            sendSticker → {} → 404 → Not Found: method not found
            """)
    void aRefusalIsWordedAsTelegramWordsIt(String method, String json, int code, String description) {
        JsonNode answer = visitor.hub(method, json);

        assertThat(answer.path("description").asText()).isEqualTo(description);
        assertThat(answer.path("error_code").asInt()).isEqualTo(code);
        assertThat(answer.path("ok").asBoolean()).isFalse();
    }

    @Test
    void unknownTokensAreUnauthorizedAndWhatIsNoTokenIsNotFound() {
        var unknown = visitor.get("/telegram/bot1002:nobody/getMe");
        var malformed = visitor.get("/telegram/botnobody/getMe");

        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(new String(unknown.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        assertThat(malformed.statusCode()).isEqualTo(404);
        assertThat(new String(malformed.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}");
    }

    @Test
    void aTextHasAtMost4096UnitsAfterParsing() {
        String longest = "x".repeat(4096);
        String markup = "<b>" + longest + "</b>";

        assertThat(visitor.hub("sendMessage", "{'chat_id':-1001000000001,'parse_mode':'HTML','text':'" + markup + "'}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(visitor.hub("sendMessage", "{'chat_id':-1001000000001,'text':'" + longest + "y'}")
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: message is too long");
    }

    @Test
    void aReplyShowsWhatItAnswersAndStandsInItsTopic() {
        String question = visitor.says("general:questions", "ann", "why?");

        JsonNode reply = visitor.result(
                "sendMessage",
                "{'chat_id':-1001000000001,'text':'because','reply_parameters':{'message_id':" + question + "}}");

        assertThat(reply.at("/reply_to_message/text").asText()).isEqualTo("why?");
        assertThat(reply.path("message_thread_id").asLong()).isEqualTo(2);
        assertThat(reply.path("is_topic_message").asBoolean()).isTrue();
        assertThat(visitor.look("general:questions/messages")
                        .get(1)
                        .path("replyTo")
                        .asText())
                .isEqualTo(question);
        assertThat(visitor.look("general/messages")).isEmpty();
    }

    @Test
    void whatIsSaidInATopicAnswersTheMessageThatOpenedIt() {
        visitor.says("general:questions", "ann", "first");

        JsonNode message = visitor.updates(0).getFirst().path("message");

        assertThat(message.at("/reply_to_message/forum_topic_created/name").asText())
                .isEqualTo("questions");
    }

    @Test
    void anEditIsSeenAndAnEqualOneRefused() {
        long id = visitor.sent(Visitor.GENERAL, "old").path("message_id").asLong();
        String edit = "{'chat_id':-1001000000001,'message_id':" + id + ",'text':'new'}";

        JsonNode edited = visitor.result("editMessageText", edit);

        assertThat(edited.path("edit_date").asLong()).isPositive();
        assertThat(visitor.hub("editMessageText", edit).path("description").asText())
                .startsWith("Bad Request: message is not modified");
        assertThat(visitor.look("general/messages").get(0).path("edited").asBoolean())
                .isTrue();
    }

    @Test
    void aBotEditsOnlyItsOwnMessages() {
        String anns = visitor.says("general", "ann", "mine");

        assertThat(visitor.hub("editMessageText", "{'chat_id':-1001000000001,'message_id':" + anns + ",'text':'x'}")
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: message can't be edited");
    }

    @Test
    void messagesAreDeletedForTwoDaysOnlyAndNobodyIsTold() {
        String young = visitor.says("general", "ann", "young");
        visitor.result("deleteMessage", "{'chat_id':-1001000000001,'message_id':" + young + "}");
        String old = visitor.says("general", "ann", "old");
        visitor.time(java.time.Instant.now().plusSeconds(48 * 3600 + 5).toString());

        JsonNode late = visitor.hub("deleteMessage", "{'chat_id':-1001000000001,'message_id':" + old + "}");

        assertThat(late.path("description").asText()).isEqualTo("Bad Request: message can't be deleted");
        assertThat(visitor.look("general/messages").findValuesAsText("text")).containsExactly("old");
    }

    @Test
    void manyAreDeletedAtOnceAndMissingOnesSkipped() {
        String one = visitor.says("general", "ann", "one");
        String two = visitor.says("general", "bob", "two");

        assertThat(visitor.result(
                                "deleteMessages",
                                "{'chat_id':-1001000000001,'message_ids':[" + one + ",99," + two + "]}")
                        .asBoolean())
                .isTrue();
        assertThat(visitor.look("general/messages")).isEmpty();
        assertThat(visitor.hub("deleteMessages", "{'chat_id':-1001000000001,'message_ids':[]}")
                        .path("error_code")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void aBotReactsWithOneEmojiOfTelegramsList() {
        String message = visitor.says("general", "ann", "x");
        String react =
                "{'chat_id':-1001000000001,'message_id':" + message + ",'reaction':[{'type':'emoji','emoji':'%s'}]}";

        visitor.result("setMessageReaction", react.formatted("👀"));

        assertThat(visitor.look("general/messages").get(0).path("reactions").toString())
                .isEqualTo("{\"👀\":[\"Lyceum\"]}");
        assertThat(visitor.hub("setMessageReaction", react.formatted("🐙"))
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: REACTION_INVALID");
    }

    @Test
    void copiesHideTheirOriginAndForwardsShowIt() {
        String message = visitor.says("general", "ann", "spread me");
        String parameters = "{'chat_id':-1001000000002,'from_chat_id':-1001000000001,'message_id':" + message + "}";

        visitor.result("copyMessage", parameters);
        JsonNode forward = visitor.result("forwardMessage", parameters);

        assertThat(forward.at("/forward_origin/sender_user/first_name").asText())
                .isEqualTo("ann");
        assertThat(visitor.look("moderators/messages").findValuesAsText("text"))
                .containsExactly("spread me", "spread me");
    }

    @Test
    void aChannelSpeaksForItself() {
        JsonNode post = visitor.sent(Visitor.ANNOUNCEMENTS, "news");

        assertThat(post.path("sender_chat").path("title").asText()).isEqualTo("announcements");
        assertThat(post.has("from")).isFalse();
    }

    @Test
    void topicsAreMadeClosedAndOpened() {
        JsonNode topic = visitor.result("createForumTopic", "{'chat_id':-1001000000001,'name':'homework'}");
        long id = topic.path("message_thread_id").asLong();
        String it = "{'chat_id':-1001000000001,'message_thread_id':" + id + ",'text':'here'}";

        visitor.result("sendMessage", it);
        visitor.result("closeForumTopic", it);

        assertThat(visitor.look("general:homework/messages").findValuesAsText("text"))
                .containsExactly("here");
        assertThat(visitor.deed("general:homework/say", "{'who':'ann','text':'late'}")
                        .path("error")
                        .asText())
                .isEqualTo("the topic homework is closed");
        assertThat(visitor.hub("closeForumTopic", it).path("description").asText())
                .isEqualTo("Bad Request: TOPIC_NOT_MODIFIED");
        assertThat(visitor.result("reopenForumTopic", it).asBoolean()).isTrue();
    }

    @Test
    void menusAreKeptByScopeAndLanguage() {
        visitor.result("setMyCommands", "{'commands':[{'command':'help','description':'Help'}]}");
        visitor.result(
                "setMyCommands",
                "{'commands':[{'command':'help','description':'帮助'}],'language_code':'zh','scope':{'type':'all_group_chats'}}");

        assertThat(visitor.result("getMyCommands", "{}").at("/0/description").asText())
                .isEqualTo("Help");
        assertThat(visitor.result("getMyCommands", "{'language_code':'zh','scope':{'type':'all_group_chats'}}")
                        .at("/0/description")
                        .asText())
                .isEqualTo("帮助");
        assertThat(visitor.result("getMyCommands", "{'language_code':'zh'}")).isEmpty();
        assertThat(visitor.hub("setMyCommands", "{'commands':[{'command':'Help me','description':'x'}]}")
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: BOT_COMMAND_INVALID");
    }

    @Test
    void pinsAreSeenInTheChat() {
        long id = visitor.sent(Visitor.GENERAL, "pin me").path("message_id").asLong();

        visitor.result("pinChatMessage", "{'chat_id':-1001000000001,'message_id':" + id + "}");

        assertThat(visitor.result("getChat", "{'chat_id':-1001000000001}")
                        .at("/pinned_message/text")
                        .asText())
                .isEqualTo("pin me");
        assertThat(visitor.result("unpinChatMessage", "{'chat_id':-1001000000001}")
                        .asBoolean())
                .isTrue();
    }
}
