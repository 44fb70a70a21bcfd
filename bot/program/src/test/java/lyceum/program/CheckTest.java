package lyceum.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check}, offline and against platforms that refuse something. */
class CheckTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();
    private Platforms platforms;
    private Path file;

    @BeforeEach
    void given() throws IOException {
        platforms = new Platforms();
        environment.putAll(Map.of("D", Platforms.DISCORD_TOKEN, "T", Platforms.TELEGRAM_TOKEN));
        file = Files.writeString(
                folder.resolve("lyceum.yaml"), """
                community: {name: Algorithm School}
                discord: {token: "${D}", guild: "1", api: "%s"}
                telegram: {token: "${T}", api: "%s"}
                bridge:
                  links:
                    - {name: general, rooms: ["discord:11", "telegram:-100.5"]}
                moderation: {rooms: ["discord:12"]}
                """.formatted(platforms.discord(), platforms.telegram()));
    }

    @AfterEach
    void close() {
        platforms.close();
    }

    private int check(String... more) {
        Wording wording = Wording.of(environment);
        PrintWriter writer = new PrintWriter(out, true);
        CommandLineTree tree =
                new CommandLineTree(wording, Map.of("check", new Check(environment, wording, writer)), writer, writer);
        String[] arguments = new String[3 + more.length];
        System.arraycopy(new String[] {"check", "--config", file.toString()}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return tree.run(arguments);
    }

    private String said() {
        return out.toString().replace(folder + "/", "").strip();
    }

    @Test
    void aGoodFileIsOkWithoutAskingAnybody() {
        assertThat(check()).isZero();
        assertThat(said()).isEqualTo("ok");
        assertThat(platforms.asked).isEmpty();
    }

    @Test
    void everyErrorOfTheFileIsPrinted() throws Exception {
        Files.writeString(file, "comunity: {name: x}\nweb: {port: x}\ndiscord: {token: x, guild: 1}\n");
        assertThat(check("--online")).isEqualTo(2);
        assertThat(said().lines())
                .containsExactly(
                        "lyceum.yaml:1:1: comunity: is not known here; did you mean `community`?",
                        "lyceum.yaml:1:1: community: is missing; write `community: {name: ..., language: ..., zone: ...}`",
                        "lyceum.yaml:2:13: web.port: 'x' is not a whole number; write digits only, such as 8080");
    }

    @Test
    void errorsAreToldInChinese() throws Exception {
        environment.put("LANG", "zh_CN.UTF-8");
        Files.writeString(file, "community: {name: x}\nweb: {prot: 1}\ndiscord: {token: x, guild: 1}\n");
        assertThat(check()).isEqualTo(2);
        assertThat(said()).isEqualTo("lyceum.yaml:2:7: web.prot: 这里没有这个键；是不是 `port`？");
    }

    @Test
    void onlineAGoodWorldIsOk() {
        assertThat(check("--online")).isZero();
        assertThat(said()).isEqualTo("ok");
    }

    @Test
    void theDemosOwnSettingsPassOnTheSandboxsWire() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
                InputStream demo = Objects.requireNonNull(Demo.class.getResourceAsStream("demo.yaml"))) {
            Files.write(file, demo.readAllBytes());
            environment.putAll(Map.of("SANDBOX", sandbox.url(), "PORT", "8080"));
            assertThat(check("--online")).isZero();
        }
        assertThat(said()).isEqualTo("ok");
    }

    @Test
    void wrongTokensAreToldAndNeverShown() {
        environment.putAll(Map.of("D", "bad token", "T", "1000:bad"));
        assertThat(check("--online")).isEqualTo(2);
        assertThat(said())
                .contains("Discord does not accept the token", "Telegram does not accept the token")
                .doesNotContain("bad");
    }

    @Test
    void theIntentThatIsOffIsNamedWithItsPage() {
        platforms.answer("/discord/applications/@me", "{'id':'77','name':'Hub','flags':0}");
        assertThat(check("--online")).isEqualTo(2);
        assertThat(said())
                .contains("switch on Message Content Intent at https://discord.com/developers/applications/77/bot");
    }

    @Test
    void theIntentForMembersIsNamedWhereComingsAreShown() throws Exception {
        assertThat(check("--online")).isZero();
        Files.writeString(file, Files.readString(file).replace("bridge:\n", "bridge:\n  show-joins: true\n"));

        assertThat(check("--online")).isEqualTo(2);

        assertThat(said()).contains("which show-joins needs; switch on Server Members Intent");
    }

    @Test
    void aBotOutsideTheServerGetsTheInviteLink() {
        platforms.answer("/discord/guilds/1/members/77", "");
        assertThat(check("--online")).isEqualTo(2);
        assertThat(said()).contains("client_id=77&scope=bot+applications.commands&permissions=19018652167238");
    }

    @Test
    void missingPermissionsAreNamedForTheServerAndForAChannel() {
        platforms.answer(
                "/discord/guilds/1", "{'id':'1','owner_id':'5','roles':[{'id':'9','permissions':'19018652159046'}]}");
        platforms.answer(
                "/discord/channels/11",
                "{'id':'11','guild_id':'1','permission_overwrites':[{'id':'9','allow':'0','deny':'2048'},{'id':'1','allow':'0','deny':'65536'},{'id':'77','allow':'65536','deny':'0'}]}");
        assertThat(check("--online")).isEqualTo(2);
        assertThat(said().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("in the Discord server: Manage Messages; let it in again"),
                        line -> assertThat(line).contains("in the Discord channel 11 the bot lacks: Send Messages;"));
    }

    @Test
    void anAdministratorMayEverything() {
        platforms.answer("/discord/guilds/1", "{'id':'1','owner_id':'5','roles':[{'id':'9','permissions':'8'}]}");
        platforms.answer(
                "/discord/channels/11",
                "{'id':'11','guild_id':'1','permission_overwrites':[{'id':'9','allow':'0','deny':'1024'}]}");
        assertThat(check("--online")).isZero();
    }

    @Test
    void aChannelOfAnotherServerIsTold() {
        platforms.answer("/discord/channels/12", "{'id':'12','guild_id':'2'}");
        assertThat(check("--online")).isEqualTo(2);
        assertThat(said()).contains("the Discord channel 12 is not in the server");
    }

    @Test
    void telegramsPrivacyRightsAndWebhookAreTold() {
        platforms.answer(
                "/telegram/getMe", "{'result':{'id':1000,'username':'hub_bot','can_read_all_group_messages':false}}");
        platforms.answer("/telegram/getWebhookInfo", "{'result':{'url':'https://example.org'}}");
        platforms.answer("/telegram/getChatMember", "{'result':{'status':'member'}}");
        assertThat(check("--online")).isEqualTo(2);
        assertThat(said())
                .contains(
                        "by webhook",
                        "in the Telegram chat -100 the bot hears only commands; make @hub_bot an administrator");
    }

    @Test
    void aBotOutsideTheChatIsTold() {
        platforms.answer("/telegram/getChatMember", "{'result':{'status':'left'}}");
        assertThat(check("--online")).isEqualTo(2);
        assertThat(said()).contains("the bot is not in the Telegram chat -100");
    }

    @Test
    void aPlatformThatDoesNotAnswerIsToldWithoutItsAddress() {
        platforms.close();
        assertThat(check("--online")).isEqualTo(2);
        assertThat(said())
                .contains("Discord gave no usable answer", "Telegram gave no usable answer")
                .doesNotContain("good");
    }
}
