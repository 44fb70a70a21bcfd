package lyceum.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static lyceum.telegram.Told.ANN;
import static lyceum.telegram.Told.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.PlatformRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HearingTest {
    private final FakeApi api = new FakeApi();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Telegram telegram = telegram(api.settings());

    @BeforeEach
    void everythingIsLogged() {
        api.forget();
        telegram = telegram(api.settings());
        log.list.clear();
        Logger root = (Logger) LoggerFactory.getLogger("lyceum");
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void nothingSecretWasSaid() {
        telegram.close();
        ((Logger) LoggerFactory.getLogger("lyceum")).detachAppender(log);
        for (ILoggingEvent event : List.copyOf(log.list)) {
            String said = event.getFormattedMessage()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
            assertThat(said).doesNotContain("secretsecret", "hello", "private words");
        }
        assertThat(Phrases.english(telegram.health().detail())).doesNotContain("secretsecret", "hello");
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void nothingIsConfirmedBeforeItIsDurable() throws PlatformRefused {
        CompletableFuture<Void> second = new CompletableFuture<>();
        Ear ear = new Ear(
                event -> event.toString().contains("private words") ? second : CompletableFuture.completedFuture(null));
        api.tells(null, said(5, "hello") + "," + said(6, "private words"));

        telegram.start(ear);

        await().untilAsserted(() -> assertThat(ear.words()).containsExactly("hello", "private words"));
        await().during(Duration.ofMillis(700))
                .until(() -> api.requests("getupdates").size() == 1);
        assertThat(Phrases.english(telegram.health().detail())).contains("waiting until what was heard is stored");
        second.complete(null);
        await().until(() -> !api.confirmations(7).isEmpty());
        assertThat(api.confirmations(6)).isEmpty();
    }

    @Test
    void whatCouldNotBeStoredIsAskedForAgain() throws PlatformRefused {
        AtomicInteger tries = new AtomicInteger();
        Ear ear = new Ear(_ -> tries.getAndIncrement() == 1
                ? CompletableFuture.failedFuture(new IllegalStateException("the disk is gone"))
                : CompletableFuture.completedFuture(null));
        api.tells(null, said(5, "hello"));

        telegram.start(ear);

        await().until(() -> !api.confirmations(6).isEmpty());
        assertThat(ear.words()).containsExactly("hello", "hello");
    }

    @Test
    void anExceptionInTheHubStopsNothing() throws PlatformRefused {
        AtomicInteger tries = new AtomicInteger();
        Ear ear = new Ear(_ -> {
            if (tries.getAndIncrement() < 2) {
                throw new StackOverflowError("private words");
            }
            return CompletableFuture.completedFuture(null);
        });
        api.tells(null, said(5, "hello"));
        api.tells(6, said(6, "hello again"));

        telegram.start(ear);

        await().until(() -> !api.confirmations(7).isEmpty());
        assertThat(ear.words()).contains("hello again");
        assertThat(telegram.health().up()).isTrue();
    }

    @Test
    void anUpdateThatCannotBeReadIsCountedAndPassedOver() throws PlatformRefused {
        Ear ear = Ear.open();
        api.tells(
                null,
                said(5, "hello") + ",{'update_id':6,'message':{'private words':1}},{'no':'number'},7,"
                        + said(8, "hello, 2"));

        telegram.start(ear);

        await().until(() -> !api.confirmations(9).isEmpty());
        assertThat(ear.words()).containsExactly("hello", "hello, 2");
        assertThat(telegram.health().up()).isTrue();
        assertThat(Phrases.english(telegram.health().detail())).contains("3 updates could not be read");
    }

    @Test
    void anAnswerThatIsNotJsonIsPassedOverUpdateByUpdate() throws PlatformRefused {
        Ear ear = Ear.open();
        api.tells(null, "{'update_id':5,'message':{'private words'}}");
        api.tells(6, said(6, "hello"));

        telegram.start(ear);

        await().until(() -> !api.confirmations(7).isEmpty());
        assertThat(ear.words()).containsExactly("hello");
        assertThat(Phrases.english(telegram.health().detail())).contains("1 updates could not be read");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 429, 401, 400})
    void aPollThatIsRefusedIsAskedAgain(int status) throws PlatformRefused {
        Ear ear = Ear.open();
        api.stumblesOnce(FakeApi.json(
                status, "{'ok':false,'error_code':" + status + ",'description':'no','parameters':{'retry_after':1}}"));
        api.tells(null, said(5, "hello"));

        telegram.start(ear);

        await().until(() -> ear.words().contains("hello"));
    }

    @Test
    void anotherProgramWithTheSameTokenIsExplained() throws PlatformRefused {
        api.answers("getupdates", 409, "{'ok':false,'error_code':409,'description':'Conflict: terminated by other'}");

        telegram.start(Ear.open());

        await().until(() ->
                Phrases.english(telegram.health().detail()).contains("another program hears with the same token"));
        assertThat(telegram.health().up()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMPTY_RESPONSE",
                "CONNECTION_RESET_BY_PEER",
                "MALFORMED_RESPONSE_CHUNK",
                "RANDOM_DATA_THEN_CLOSE"
            })
    void aBrokenConnectionIsMadeAgain(Fault fault) throws PlatformRefused {
        Ear ear = Ear.open();
        api.stumblesOnce(aResponse().withFault(fault));
        api.tells(null, said(5, "hello"));

        telegram.start(ear);

        await().until(() -> ear.words().contains("hello"));
    }

    @Test
    void aWrongTokenIsRefusedAtTheStart() {
        api.answers("getme", 401, "{'ok':false,'error_code':401,'description':'Unauthorized " + FakeApi.TOKEN + "'}");

        assertThatThrownBy(() -> telegram.start(Ear.open()))
                .isInstanceOf(PlatformRefused.class)
                .hasMessageContaining("@BotFather")
                .hasMessageNotContaining("secretsecret");
    }

    @Test
    void anAddressThatIsNotTheBotApiIsRefusedAtTheStart() {
        api.answers(
                "getme",
                aResponse()
                        .withStatus(404)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>"));

        assertThatThrownBy(() -> telegram.start(Ear.open()))
                .isInstanceOf(PlatformRefused.class)
                .hasMessageContaining("not the Bot API");
    }

    @Test
    void aWebhookIsRemovedOnlyWhereOneIsSet() throws PlatformRefused {
        api.answers("deletewebhook", 200, "{'ok':true,'result':true}");
        telegram.start(Ear.open());
        assertThat(api.requests("deletewebhook")).isEmpty();

        api.answers("getwebhookinfo", 200, "{'ok':true,'result':{'url':'https://example.org'}}");
        Telegram other = telegram(api.settings());
        other.start(Ear.open());

        assertThat(api.requests("deletewebhook")).hasSize(1);
        other.close();
    }

    @Test
    void roomsAreNamedAtTheStartAndWhatIsMissingIsSaid() throws PlatformRefused {
        api.answers("getchat", 200, "{'ok':true,'result':{'id':-1001,'type':'supergroup','title':'School'}}");
        api.answers("getchatadministrators", 200, "{'ok':true,'result':[{'status':'creator','user':{'id':77}}]}");
        Ear ear = Ear.open();
        RoomId room = RoomId.parse("telegram:-1001");
        Telegram other = telegram(api.settings(Set.of(room)));
        api.tells(null, said(5, "hello"));

        other.start(ear);

        await().until(() -> !ear.words().isEmpty());
        assertThat(ear.all(RoomChanged.class))
                .containsExactly(new RoomChanged(room, "School"), new RoomChanged(room, "Algorithm School"));
        assertThat(Phrases.english(other.health().detail()))
                .contains("'School' the bot hears commands only", "/setprivacy");
        other.close();
    }

    @Test
    void aPressIsNoticedAndBrought() throws PlatformRefused {
        api.answers("answercallbackquery", 200, "{'ok':true,'result':true}");
        Ear ear = Ear.open();
        api.tells(
                null,
                "{'update_id':5,'callback_query':{'id':'q',%s,'data':'x:y','message':{'message_id':3,%s}}}"
                        .formatted(ANN, GROUP));

        telegram.start(ear);

        await().until(() -> !ear.all(ChoiceMade.class).isEmpty());
        await().until(() -> api.requests("answercallbackquery").size() == 1);
        assertThat(telegram.respond(privately(ear.all(ChoiceMade.class).getFirst()), new Nonce("n")))
                .as("too late to be told to one person alone")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aPressIsAnsweredToThatPersonAlone() throws PlatformRefused {
        api.answers("answercallbackquery", 200, "{'ok':true,'result':true}");
        Ear ear = Ear.open();
        api.tells(
                null,
                "{'update_id':5,'callback_query':{'id':'q',%s,'data':'x:y','message':{'message_id':3,%s}}}"
                        .formatted(ANN, GROUP));
        telegram.start(ear);
        await().until(() -> !ear.all(ChoiceMade.class).isEmpty());

        Outcome outcome = telegram.respond(privately(ear.all(ChoiceMade.class).getFirst()), new Nonce("n"));

        assertThat(outcome).isEqualTo(Outcome.Done.of());
        assertThat(api.requests("answercallbackquery").getFirst().getBodyAsString())
                .contains("you are in");
        assertThat(api.requests("sendmessage")).isEmpty();
    }

    private Respond privately(ChoiceMade made) {
        api.answers("sendmessage", 400, "{'ok':false,'error_code':400,'description':'x'}");
        return new Respond(made.reply(), Document.of(Text.of("you are in")), Language.EN, true, "x:");
    }

    @Test
    void theFirstMessageIsHeardAtOnce() throws PlatformRefused {
        Ear ear = Ear.open();
        api.tells(null, said(5, "hello"));
        telegram.start(ear);
        Telegram second = telegram(api.settings());
        Ear other = Ear.open();
        await().until(() -> !ear.words().isEmpty());

        long began = System.nanoTime();
        second.start(other);
        await().pollInterval(Duration.ofMillis(5)).until(() -> !other.words().isEmpty());

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1400));
        second.close();
    }

    @Test
    void nothingIsBroughtAfterTheClose() throws PlatformRefused {
        Ear ear = new Ear(_ -> new CompletableFuture<>());
        api.tells(null, said(5, "hello"));
        telegram.start(ear);
        await().until(() -> !ear.words().isEmpty());

        telegram.close();

        int polls = api.requests("getupdates").size();
        await().during(Duration.ofMillis(500))
                .until(() -> api.requests("getupdates").size() == polls);
        assertThat(ear.words()).hasSize(1);
        assertThat(telegram.health().up()).isFalse();
    }

    private static Telegram telegram(TelegramSettings settings) {
        return new Telegram(settings, InstantSource.system(), Phrases.of("telegramtest"));
    }

    private static String said(int update, String words) {
        return Told.message(update, "'text':'" + words + "'").toString();
    }
}
