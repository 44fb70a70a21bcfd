package lyceum.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is in a chat, what they may do, and how they come in. */
class MembersTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final Visitor visitor = new Visitor(sandbox);

    @AfterEach
    void stop() {
        visitor.close();
        sandbox.close();
    }

    @Test
    void theFirstPeopleHaveTheirPlaces() {
        JsonNode leaders = visitor.result("getChatAdministrators", "{'chat_id':-1001000000001}");
        JsonNode xiaoming = visitor.result("getChatMember", "{'chat_id':-1001000000001,'user_id':5000000006}");

        assertThat(leaders.findValuesAsText("first_name")).containsExactly("ada", "mei", "Lyceum");
        assertThat(leaders.findValuesAsText("status")).containsExactly("creator", "administrator", "administrator");
        assertThat(xiaoming.path("user").toString())
                .isEqualTo(
                        "{\"id\":5000000006,\"is_bot\":false,\"first_name\":\"小明\",\"username\":\"xiaoming\",\"language_code\":\"zh-hans\"}");
        assertThat(visitor.result("getChatMemberCount", "{'chat_id':-1001000000002}")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void someoneUnknownJoinsByBeingNamed() {
        visitor.says("general", "dora", "hello");

        assertThat(visitor.updates(0)
                        .getFirst()
                        .at("/message/new_chat_members/0/first_name")
                        .asText())
                .isEqualTo("dora");
        assertThat(visitor.look("general/messages").findValuesAsText("text")).containsExactly("hello");
        assertThat(visitor.look("people/dora").path("memberships").toString()).isEqualTo("[\"general\"]");
    }

    @Test
    void aPrivateChatIsClosedToOthers() {
        JsonNode answer = visitor.deed("moderators/say", "{'who':'ann','text':'let me in'}");

        assertThat(answer.path("error").asText()).isEqualTo("ann is not a member of moderators");
    }

    @Test
    void aRestrictedPersonIsSilentUntilTheTimeIsOver() {
        long until = Instant.now().plusSeconds(600).getEpochSecond();
        visitor.result(
                "restrictChatMember",
                "{'chat_id':-1001000000001,'user_id':5000000003,'permissions':{},'until_date':" + until + "}");

        assertThat(visitor.deed("general/say", "{'who':'ann','text':'x'}")
                        .path("error")
                        .asText())
                .isEqualTo("ann may not send messages in general");
        assertThat(visitor.look("people/ann").at("/restrictions/general/status").asText())
                .isEqualTo("restricted");
        visitor.time(Instant.now().plusSeconds(700).toString());
        assertThat(visitor.says("general", "ann", "again")).isNotEmpty();
    }

    @Test
    void aBanOfLessThanThirtySecondsIsForEver() {
        long until = Instant.now().plusSeconds(10).getEpochSecond();
        visitor.result("banChatMember", "{'chat_id':-1001000000001,'user_id':5000000003,'until_date':" + until + "}");
        visitor.time(Instant.now().plusSeconds(700).toString());

        assertThat(visitor.deed("general/join", "{'who':'ann'}").path("error").asText())
                .isEqualTo("ann is banned from general");
        visitor.result("unbanChatMember", "{'chat_id':-1001000000001,'user_id':5000000003}");
        assertThat(visitor.deed("general/join", "{'who':'ann'}").path("joined").asBoolean())
                .isTrue();
    }

    @Test
    void administratorsCannotBeRestricted() {
        assertThat(visitor.hub("banChatMember", "{'chat_id':-1001000000001,'user_id':5000000002}")
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: user is an administrator of the chat");
        assertThat(visitor.guest("banChatMember", "{'chat_id':-1001000000001,'user_id':5000000003}")
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: not enough rights to restrict/unrestrict chat member");
    }

    @Test
    void whoAsksToJoinIsLetInOrNot() {
        visitor.deed("subscribers/join", "{'who':'ann'}");
        visitor.deed("subscribers/join", "{'who':'bob'}");
        List<JsonNode> requests = visitor.updates(0);

        assertThat(requests).hasSize(2);
        assertThat(requests.getFirst().at("/chat_join_request/from/id").asLong())
                .isEqualTo(Visitor.ANN);
        visitor.result("approveChatJoinRequest", "{'chat_id':-1001000000003,'user_id':5000000003}");
        visitor.result("declineChatJoinRequest", "{'chat_id':-1001000000003,'user_id':5000000004}");
        assertThat(visitor.says("subscribers", "ann", "thanks")).isNotEmpty();
        assertThat(visitor.deed("subscribers/say", "{'who':'bob','text':'x'}").has("error"))
                .isTrue();
        assertThat(visitor.hub("approveChatJoinRequest", "{'chat_id':-1001000000003,'user_id':5000000004}")
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: HIDE_REQUESTER_MISSING");
    }

    @Test
    void anInviteLinkLetsPeopleIn() {
        String link = visitor.result("createChatInviteLink", "{'chat_id':-1001000000002,'name':'helpers'}")
                .path("invite_link")
                .asText();

        assertThat(visitor.deed("moderators/join", "{'who':'bob'}").has("error"))
                .isTrue();
        assertThat(visitor.deed("moderators/join", "{'who':'bob','link':'" + link + "'}")
                        .path("joined")
                        .asBoolean())
                .isTrue();
        visitor.result("revokeChatInviteLink", "{'chat_id':-1001000000002,'invite_link':'" + link + "'}");
        assertThat(visitor.deed("moderators/join", "{'who':'ann','link':'" + link + "'}")
                        .has("error"))
                .isTrue();
    }

    @Test
    void whoComesAndGoesIsToldToAdministratorsWhoAsked() {
        visitor.result("getUpdates", "{'allowed_updates':['chat_member']}");

        visitor.deed("general/leave", "{'who':'bob'}");
        visitor.deed("general/join", "{'who':'bob'}");

        List<JsonNode> updates = visitor.updates(1);
        assertThat(updates).hasSize(2);
        assertThat(updates.get(0).at("/chat_member/new_chat_member/status").asText())
                .isEqualTo("left");
        assertThat(updates.get(1).at("/chat_member/new_chat_member/status").asText())
                .isEqualTo("member");
    }

    @Test
    void aBotLearnsThatItsPlaceChanged() {
        visitor.result("promoteChatMember", "{'chat_id':-1001000000001,'user_id':1001,'can_delete_messages':true}");

        JsonNode update =
                visitor.guest("getUpdates", "{}").path("result").get(0).path("my_chat_member");

        assertThat(update.at("/new_chat_member/status").asText()).isEqualTo("administrator");
        assertThat(update.at("/new_chat_member/can_delete_messages").asBoolean())
                .isTrue();
        assertThat(update.at("/new_chat_member/can_pin_messages").asBoolean()).isFalse();
    }
}
