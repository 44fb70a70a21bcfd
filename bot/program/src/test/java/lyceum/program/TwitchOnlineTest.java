package lyceum.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lyceum.config.Secret;
import lyceum.config.Settings;
import lyceum.program.online.OnlineCheck;
import lyceum.program.settings.HubSettings;
import lyceum.program.setup.PipedTerminal;
import lyceum.program.setup.Setup;
import lyceum.program.setup.Setup.Places;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check --online} and {@code setup} of Twitch, on the sandbox's wire. */
class TwitchOnlineTest {
    private static final String TOKEN = "sandbox-hub";

    @TempDir
    private Path folder;

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
    private final String url = sandbox.url();
    private final StringWriter out = new StringWriter();

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** What the account does to the token; ' stands for ". */
    private void token(String json) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/twitch/ada/token"))
                    .POST(BodyPublishers.ofString(json.replace('\'', '"')))
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    private String check(String channel, String more, String language) throws Exception {
        Path file = Files.writeString(folder.resolve("lyceum.yaml"), """
                community: {name: Algorithm School}
                twitch: {token: %s, channel: %s, api: "%s/twitch"%s}
                """.formatted(TOKEN, channel, url, more));
        Wording wording = Wording.of(Map.of("LANG", language));
        StringBuilder said = new StringBuilder();
        new OnlineCheck(Settings.read(file, HubSettings.class, Map.of()))
                .run()
                .forEach(phrase -> said.append(wording.say(phrase)).append('\n'));
        return said.toString();
    }

    @Test
    void aTokenThatMayAllIsFine() throws Exception {
        assertThat(check("ada", "", "en")).isEmpty();
    }

    @Test
    void theScopesThatAreMissingAreNamedWithTheLinkThatMendsIt() throws Exception {
        token("{'scopes':['chat:read']}");

        assertThat(check("ada", "", "en"))
                .contains(
                        "lacks these scopes on Twitch: user:write:chat, moderator:manage:chat_messages, moderator:manage:banned_users;",
                        "https://id.twitch.tv/oauth2/authorize?response_type=token&client_id=sandbox&redirect_uri=http://localhost"
                                + "&scope=chat%3Aread+user%3Awrite%3Achat+moderator%3Amanage%3Achat_messages+moderator%3Amanage%3Abanned_users")
                .doesNotContain(TOKEN);
        assertThat(check("ada", "", "zh_CN.UTF-8")).contains("缺少这些权限范围：user:write:chat");
    }

    @Test
    void aTokenThatWasTakenBackIsToldAndNotShown() throws Exception {
        token("{'valid':false}");

        assertThat(check("ada", "", "en"))
                .contains("Twitch does not accept the token")
                .doesNotContain(TOKEN);
    }

    @Test
    void aChannelThatIsNoneIsTold() throws Exception {
        assertThat(check("nobody_here", "", "en")).contains("Twitch knows no channel nobody_here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad-owner", "bad owner"})
    void anOwnersTokenThatIsWrongIsToldAndNotShown(String token) throws Exception {
        assertThat(check("ada", ", owner-token: \"" + token + "\"", "en"))
                .contains("Twitch does not accept owner-token")
                .doesNotContain("bad");
    }

    @Test
    void anOwnersTokenOfSomebodyElseIsTold() throws Exception {
        assertThat(check("ada", ", owner-token: " + TOKEN, "en")).contains("owner-token is of the account lyceum");
        assertThat(check("lyceum", ", owner-token: " + TOKEN, "en")).isEmpty();
    }

    @Test
    void whereNobodyAnswersItIsTold() throws Exception {
        sandbox.close();
        assertThat(check("ada", "", "en")).contains("Twitch gave no usable answer");
    }

    private int setup(String... answers) throws IOException {
        Wording wording = Wording.of(Map.of("LANG", "en"));
        PipedTerminal terminal = new PipedTerminal(
                new BufferedReader(new StringReader(String.join("\n", answers) + "\n")), new PrintWriter(out, true));
        Places places =
                new Places(Optional.empty(), Optional.empty(), Optional.of(URI.create(sandbox.url() + "/twitch")));
        return new Setup(terminal, wording::say, wording.language(), places).run(folder.resolve("conf/lyceum.yaml"));
    }

    @Test
    void setupShowsTheLinksAndWritesWhatPassesTheCheck() throws Exception {
        int status = setup("", "", "", "my client", "wrong", TOKEN, "Nobody Here", "Ada", TOKEN);

        HubSettings settings = Settings.read(folder.resolve("conf/lyceum.yaml"), HubSettings.class, Map.of());
        assertThat(status).isZero();
        assertThat(settings.twitch()).get().satisfies(twitch -> {
            assertThat(twitch.channel()).isEqualTo("ada");
            assertThat(twitch.token().reveal()).isEqualTo(TOKEN);
            assertThat(twitch.ownerToken().map(Secret::reveal)).contains(TOKEN);
        });
        assertThat(out.toString())
                .contains(
                        "client_id=my+client&",
                        "- chat:read: to hear the chat",
                        "Twitch knows no channel of that name",
                        "say /mod lyceum",
                        "scope=channel%3Aread%3Asubscriptions+bits%3Aread+moderator%3Amanage%3Aautomod")
                .doesNotContain(TOKEN);
    }

    @Test
    void setupGoesOnWithoutTheOwnerAndNamesMissingScopes() throws Exception {
        token("{'scopes':['chat:read']}");

        assertThat(setup("", "", "", "client", TOKEN, "ada", "")).isZero();

        assertThat(out.toString())
                .contains(
                        "This token lacks user:write:chat, moderator:manage:chat_messages, moderator:manage:banned_users");
        assertThat(Files.readString(folder.resolve("conf/lyceum.yaml"))).doesNotContain("owner-token");
    }
}
