package lyceum.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/** A Bot API whose answers are written down beforehand, for the faults that the sandbox does not play. */
final class FakeApi implements AutoCloseable {
    static final String TOKEN = "1000:AAsecretsecretsecretsecretsecretsec";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    FakeApi() {
        server.start();
        forget();
    }

    /** Nothing was asked, and only the first questions have answers. */
    void forget() {
        server.resetAll();
        answers(
                "getme",
                200,
                "{'ok':true,'result':{'id':1000,'is_bot':true,'first_name':'L','username':'lyceum_bot'}}");
        answers("getwebhookinfo", 200, "{'ok':true,'result':{'url':''}}");
        server.stubFor(on("getupdates")
                .atPriority(9)
                .willReturn(json(200, "{'ok':true,'result':[]}").withFixedDelay(100)));
    }

    TelegramSettings settings() {
        return settings(Set.of());
    }

    TelegramSettings settings(Set<RoomId> rooms) {
        URI api = URI.create("http://127.0.0.1:" + server.port() + "/telegram/");
        return new TelegramSettings(TOKEN, rooms, api, TelegramSettings.Pace.OFF);
    }

    void answers(String method, int status, String body) {
        server.stubFor(on(method).atPriority(5).willReturn(json(status, body)));
    }

    void answers(String method, ResponseDefinitionBuilder answer) {
        server.stubFor(on(method).atPriority(5).willReturn(answer));
    }

    /** Every poll that asks from this offset, or from the beginning with null, is answered so. */
    void tells(@Nullable Integer offset, String updates) {
        server.stubFor(polls(offset).atPriority(3).willReturn(json(200, "{'ok':true,'result':[" + updates + "]}")));
    }

    /** The first poll is answered so, later ones otherwise. */
    void stumblesOnce(ResponseDefinitionBuilder answer) {
        server.stubFor(on("getupdates")
                .atPriority(1)
                .inScenario("stumble")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(answer)
                .willSetStateTo("over"));
    }

    List<LoggedRequest> requests(String method) {
        return server.findAll(asked(method));
    }

    /** The polls that confirm what stands before the offset. */
    List<LoggedRequest> confirmations(int offset) {
        return server.findAll(
                asked("getupdates").withRequestBody(matchingJsonPath("$[?(@.offset == " + offset + ")]")));
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body.replace('\'', '"'));
    }

    @Override
    public void close() {
        server.stop();
    }

    private static MappingBuilder polls(@Nullable Integer offset) {
        String path = offset == null ? "$[?(!@.offset)]" : "$[?(@.offset == " + offset + ")]";
        return on("getupdates").withRequestBody(matchingJsonPath(path));
    }

    private static MappingBuilder on(String method) {
        return post(urlMatching("(?i)/telegram/bot" + TOKEN + "/" + method));
    }

    private static RequestPatternBuilder asked(String method) {
        return postRequestedFor(urlMatching("(?i)/telegram/bot" + TOKEN + "/" + method));
    }

    /** Whatever is not written down. */
    void otherwise(ResponseDefinitionBuilder answer) {
        server.stubFor(post(anyUrl()).atPriority(10).willReturn(answer));
    }
}
