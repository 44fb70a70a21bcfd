package lyceum.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import lyceum.contract.Ears;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.event.Place.HearingGap;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that end are renewed, where the settings say how. */
@Timeout(60)
class RenewalTest {
    @TempDir
    private Path folder;

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final HttpClient http = HttpClient.newHttpClient();
    private final Ears ears = new Ears();

    @AfterEach
    void close() {
        http.shutdownNow();
        sandbox.close();
    }

    private Twitch twitch(String secret, String refresh) {
        TwitchSettings.Application application = new TwitchSettings.Application("sandbox", secret);
        TwitchSettings.Renewal renewal =
                new TwitchSettings.Renewal(application, refresh, folder.resolve("twitch-bot.token"));
        return new Twitch(
                new TwitchSettings(
                        new TwitchSettings.Account("sandbox-hub", renewal),
                        null,
                        "ada",
                        URI.create(sandbox.url() + "/twitch"),
                        null,
                        TwitchSettings.Pace.OFF),
                InstantSource.system(),
                Phrases.of("contract"));
    }

    private void call(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/twitch" + path))
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private void theTokenEnds() throws IOException, InterruptedException {
        call("/ada/token", "{\"valid\":false}");
    }

    private void isHeard(String text) throws IOException, InterruptedException {
        call("/ada/say", "{\"who\":\"carla\",\"text\":\"" + text + "\"}");
        ears.hear(MessagePosted.class, posted -> posted.text().plain().equals(text));
    }

    @Test
    void oneThatEndedBeforeTheStartIsRenewedAndKeptForTheNext() throws Exception {
        theTokenEnds();
        Twitch first = twitch("sandbox-secret", "sandbox-refresh");
        first.start(ears);
        isHeard("one");
        first.close();

        Twitch next = twitch("sandbox-secret", "sandbox-refresh");
        next.start(ears);
        isHeard("two");
        next.close();

        Path kept = folder.resolve("twitch-bot.token");
        assertThat(kept).content().contains("sandbox-hub-1", "sandbox-refresh-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
    }

    @Test
    void oneThatEndsWhileTheHubRunsIsRenewedAndTheChatIsEnteredAgain() throws Exception {
        Twitch twitch = twitch("sandbox-secret", "sandbox-refresh");
        twitch.start(ears);
        isHeard("one");
        theTokenEnds();
        call("/faults", "{\"kind\":\"disconnect\",\"count\":1,\"method\":\"PRIVMSG\"}");
        call("/ada/say", "{\"who\":\"carla\",\"text\":\"this one is lost\"}");

        ears.hear(HearingGap.class, _ -> true);
        isHeard("two");
        twitch.close();
    }

    @Test
    void whereItCannotBeRenewedTheStartIsRefused() throws Exception {
        theTokenEnds();

        assertThatThrownBy(() -> twitch("wrong", "sandbox-refresh").start(ears)).isInstanceOf(PlatformRefused.class);
        assertThatThrownBy(() -> twitch("sandbox-secret", "used before").start(ears))
                .isInstanceOf(PlatformRefused.class)
                .hasMessageNotContaining("used before");
    }

    @Test
    void anotherRefreshTokenInTheSettingsMakesTheKeptOneVoid() {
        Path file = folder.resolve("kept");
        new KeptTokens(file, "first").write("token", "second");

        assertThat(new KeptTokens(file, "first").read()).isEqualTo(new KeptTokens.Pair("token", "second"));
        assertThat(new KeptTokens(file, "another").read()).isNull();
    }
}
