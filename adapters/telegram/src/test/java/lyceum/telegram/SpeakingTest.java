package lyceum.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.feature.Command;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpeakingTest {
    private static final RoomId ROOM = RoomId.parse("telegram:-1001.5");
    private static final Nonce NONCE = new Nonce("n");
    private static final String SENT = "{'ok':true,'result':{'message_id':9,'a_field_of_tomorrow':{'x':[]}}}";

    private final FakeApi api = new FakeApi();
    private Telegram telegram = telegram(api.settings());

    @BeforeEach
    void begin() {
        api.forget();
        telegram = telegram(api.settings());
    }

    @AfterEach
    void end() {
        telegram.close();
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void aPostCarriesItsTopicReplyEntitiesAndKeys() {
        api.answers("sendmessage", 200, SENT);
        Document document = Document.of(Text.of("hi"))
                .withChoices(
                        new Choice("x:yes", Phrase.of("telegramtest.yes"), Choice.Weight.GOOD),
                        new Choice("x:no", Phrase.of("telegramtest.no"), Choice.Weight.PLAIN));

        Outcome outcome = telegram.post(
                new Post(ROOM, document, Language.ZH, new Voice("小明", null), new MessageId(ROOM, "7"), "x:"), NONCE);

        assertThat(outcome).isEqualTo(Outcome.Done.of(new MessageId(ROOM, "9")));
        assertThat(body("sendmessage"))
                .isEqualTo(Told.json("{'chat_id':'-1001','message_thread_id':5,'text':'小明: hi',"
                        + "'entities':[{'type':'bold','offset':0,'length':2}],"
                        + "'reply_parameters':{'message_id':7,'allow_sending_without_reply':true},"
                        + "'reply_markup':{'inline_keyboard':[[{'text':'是','callback_data':'x:yes','style':'success'},"
                        + "{'text':'否','callback_data':'x:no'}]]},'method':'sendmessage'}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | Too Many Requests: retry after 3                        | Later
            500 | Internal Server Error                                   | Later
            400 | Bad Request: chat not found                             | Refused
            403 | Forbidden: bot was kicked from the supergroup chat      | Barred
            403 | Forbidden: bot was blocked by the user                  | Refused
            400 | Bad Request: not enough rights to send text messages    | Barred
            400 | Bad Request: TOPIC_CLOSED                              | Refused
            400 | Bad Request: not enough rights to create a topic        | Barred
            401 | Unauthorized                                            | Barred
            """)
    void aRefusalIsAnOutcome(int code, String description, String kind) {
        api.answers("sendmessage", code, refusal(code, description));

        Outcome outcome = telegram.post(post("hi"), NONCE);

        assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
        String words = switch (outcome) {
            case Outcome.Refused(Say reason) -> Phrases.english(reason);
            case Outcome.Barred(Say reason) -> Phrases.english(reason);
            default -> "";
        };
        if (!words.isEmpty()) {
            assertThat(words).containsPattern("add the bot|only that person|administrator|topic|@BotFather");
        }
    }

    @Test
    void tooManyRequestsSilenceTheChatForAsLongAsTelegramSays() {
        api.answers("sendmessage", 429, refusal(429, "Too Many Requests"));

        Outcome first = telegram.post(post("hi"), NONCE);
        Outcome second = telegram.post(post("hi"), NONCE);

        assertThat(((Outcome.Later) first).delay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(((Outcome.Later) second).delay()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(api.requests("sendmessage")).hasSize(1);
    }

    @Test
    void aGroupThatMovedIsSpokenInWhereItStandsNow() {
        api.answers(
                "sendmessage",
                400,
                "{'ok':false,'error_code':400,'description':'Bad Request: group chat was upgraded to a supergroup chat',"
                        + "'parameters':{'migrate_to_chat_id':-1009}}");

        Post inTheGroup =
                new Post(RoomId.parse("telegram:-1001"), Document.of(Text.of("hi")), Language.EN, null, null, "");
        assertThat(telegram.post(inTheGroup, NONCE))
                .isInstanceOfSatisfying(
                        Outcome.Later.class, later -> assertThat(later.delay()).isEqualTo(Duration.ZERO));
        telegram.post(inTheGroup, NONCE);

        assertThat(api.requests("sendmessage").stream()
                        .map(request -> Told.json(request.getBodyAsString())
                                .path("chat_id")
                                .asText()))
                .containsExactlyInAnyOrder("-1001", "-1009");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void anAnswerThatIsLostIsAnExceptionAndNothingIsSentTwice(Fault fault) {
        api.answers("sendmessage", aResponse().withFault(fault));

        assertThatThrownBy(() -> telegram.post(post("hi"), NONCE))
                .isInstanceOf(UncheckedIOException.class)
                .message()
                .doesNotContain("secretsecret");
        assertThat(api.requests("sendmessage")).hasSize(1);
    }

    @Test
    void aGatewayThatAnswersForTelegramLeavesItUnclear() {
        api.answers("sendmessage", aResponse().withStatus(502).withBody("<html>Bad Gateway"));

        assertThatThrownBy(() -> telegram.post(post("hi"), NONCE)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aServerThatIsNotThereIsCertainlyNoDelivery() {
        Telegram nowhere = telegram(new TelegramSettings(
                FakeApi.TOKEN, Set.of(), URI.create("http://127.0.0.1:1"), TelegramSettings.Pace.OFF));

        assertThat(nowhere.post(post("hi"), NONCE))
                .isInstanceOfSatisfying(
                        Outcome.Later.class,
                        later -> assertThat(Phrases.english(later.reason())).doesNotContain("secretsecret"));
        nowhere.close();
    }

    @Test
    void anEditThatChangesNothingAndADeletionOfNothingAreDone() {
        MessageId message = new MessageId(ROOM, "9");
        api.answers(
                "editmessagetext", 400, refusal(400, "Bad Request: message is not modified: specified new message"));
        api.answers("deletemessage", 400, refusal(400, "Bad Request: message to delete not found"));

        assertThat(telegram.edit(new Edit(message, Document.of(Text.of("hi")), Language.EN, "x:")))
                .isEqualTo(Outcome.Done.of(message));
        assertThat(telegram.delete(new Delete(message, "x:"))).isEqualTo(Outcome.Done.of());
    }

    @Test
    void anEditOfNothingAndADeletionTooLateAreRefused() {
        MessageId message = new MessageId(ROOM, "9");
        api.answers("editmessagetext", 400, refusal(400, "Bad Request: message to edit not found"));
        api.answers("deletemessage", 400, refusal(400, "Bad Request: message can\\u0027t be deleted for everyone"));

        assertThat(telegram.edit(new Edit(message, Document.of(Text.of("hi")), Language.EN, "x:")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(telegram.delete(new Delete(message, "x:")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(Phrases.english(refused.reason())).contains("48 hours"));
    }

    @Test
    void aLongAnswerIsCutAndEachPartAnswersTheCommand() {
        api.answers("sendmessage", 200, SENT);
        Document document = Document.of(Text.of("word ".repeat(1000)));

        Outcome outcome =
                telegram.respond(new Respond(new ReplyToken(ROOM, "7"), document, Language.EN, true, "x:"), NONCE);

        assertThat(((Outcome.Done) outcome).messages()).hasSize(2);
        assertThat(api.requests("sendmessage"))
                .allMatch(request -> request.getBodyAsString().contains("\"reply_parameters\":{\"message_id\":7"));
    }

    @Test
    void aMenuIsSetOnceInBothLanguages() {
        api.answers("getmycommands", 200, "{'ok':true,'result':[]}");
        api.answers("setmycommands", 200, "{'ok':true,'result':true}");
        List<Command> commands = List.of(
                command("help", Standing.FAN, "telegramtest.help"),
                command("warn-all", Standing.MODERATOR, "telegramtest.help"));

        telegram.publish(commands);

        await().until(() -> api.requests("setmycommands").size() == 4);
        assertThat(api.requests("setmycommands").stream().map(request -> request.getBodyAsString()))
                .anyMatch(body -> body.contains("显示有什么") && body.contains("\"zh\"") && !body.contains("warn_all"))
                .anyMatch(body -> body.contains("warn_all") && body.contains("all_chat_administrators"));
    }

    @Test
    void aMenuThatStandsIsNotSetAgain() {
        api.answers(
                "getmycommands", 200, "{'ok':true,'result':[{'command':'help','description':'Shows what there is'}]}");
        api.answers("setmycommands", 200, "{'ok':true,'result':true}");

        telegram.publish(List.of(command("help", Standing.FAN, "telegramtest.help")));

        await().until(() -> api.requests("setmycommands").size() == 1);
        assertThat(body("setmycommands").path("language_code").asText()).isEqualTo("zh");
    }

    @Test
    void afterTheCloseNothingIsSentAndNothingIsUnclear() {
        telegram.close();

        assertThat(telegram.post(post("hi"), NONCE)).isInstanceOf(Outcome.Later.class);
        assertThat(api.requests("sendmessage")).isEmpty();
    }

    @Test
    void whatIsNoRoomOfTelegramIsSaidToBeNone() {
        for (String room : List.of("telegram:general", "telegram:-1.x", "telegram:99999999999999999999")) {
            assertThatThrownBy(() -> api.settings(Set.of(RoomId.parse(room))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(room);
        }
    }

    private static Command command(String name, Standing needs, String phrase) {
        return new Command(name, List.of(), Phrase.of(phrase), List.of(), needs);
    }

    private JsonNode body(String method) {
        return Told.json(api.requests(method).getFirst().getBodyAsString());
    }

    private static String refusal(int code, String description) {
        return "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description
                + "\",\"parameters\":{\"retry_after\":3}}";
    }

    private static Post post(String words) {
        return new Post(ROOM, Document.of(Text.of(words)), Language.EN, null, null, "x:");
    }

    private static Telegram telegram(TelegramSettings settings) {
        return new Telegram(settings, InstantSource.system(), Phrases.of("telegramtest"));
    }
}
