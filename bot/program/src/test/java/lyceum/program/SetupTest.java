package lyceum.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import lyceum.config.Settings;
import lyceum.program.online.OnlineCheck;
import lyceum.program.settings.HubSettings;
import lyceum.program.setup.PipedTerminal;
import lyceum.program.setup.Setup;
import lyceum.program.setup.Setup.Places;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole conversation of {@code setup}, and what it leaves behind. */
class SetupTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private Platforms platforms;

    @BeforeEach
    void given() throws IOException {
        platforms = new Platforms();
    }

    @AfterEach
    void close() {
        platforms.close();
    }

    private int setup(String language, String... answers) throws IOException {
        Wording wording = Wording.of(Map.of("LANG", language));
        PipedTerminal terminal = new PipedTerminal(
                new BufferedReader(new StringReader(String.join("\n", answers) + "\n")), new PrintWriter(out, true));
        Places places =
                new Places(Optional.of(platforms.discord()), Optional.of(platforms.telegram()), Optional.empty());
        return new Setup(terminal, wording::say, wording.language(), places).run(file());
    }

    private Path file() {
        return folder.resolve("conf/lyceum.yaml");
    }

    @Test
    void whatItWritesLoadsAndPassesTheOnlineCheck() throws Exception {
        int status = setup(
                "en",
                "Ada's \"School\"",
                "wrong",
                Platforms.DISCORD_TOKEN,
                "1",
                "2",
                Platforms.TELEGRAM_TOKEN,
                "9",
                "1",
                "");

        HubSettings settings = Settings.read(file(), HubSettings.class, Map.of());
        assertThat(status).isZero();
        assertThat(settings.community().name()).isEqualTo("Ada's \"School\"");
        assertThat(settings.bridge().links())
                .singleElement()
                .satisfies(link -> assertThat(link.rooms())
                        .extracting(Object::toString)
                        .containsExactly("discord:11", "telegram:-100"));
        assertThat(settings.moderation().rooms()).extracting(Object::toString).containsExactly("discord:12");
        assertThat(new OnlineCheck(settings).run()).isEmpty();
    }

    @Test
    void itNamesEachPermissionAndPrintsTheInvite() throws Exception {
        setup("en", "", Platforms.DISCORD_TOKEN, "", "", "");
        assertThat(out.toString())
                .contains(
                        "together 19018652167238",
                        "https://discord.com/oauth2/authorize?client_id=77&scope=bot+applications.commands&permissions=19018652167238",
                        "- Manage Webhooks: to show carried messages under their speaker's name and picture");
    }

    @Test
    void itSaysWhatToSwitchOn() throws Exception {
        platforms.answer("/discord/applications/@me", "{'id':'77','name':'Hub','flags':0}");
        platforms.answer(
                "/telegram/getMe", "{'result':{'id':1000,'username':'hub_bot','can_read_all_group_messages':false}}");
        setup("en", "", Platforms.DISCORD_TOKEN, "go on", "", "", Platforms.TELEGRAM_TOKEN, "", "");
        assertThat(out.toString())
                .contains("switch on Message Content Intent", "/setprivacy", "make it an administrator");
    }

    @Test
    void itSpeaksChinese() throws Exception {
        setup("zh_CN.UTF-8", "算法学堂", "", Platforms.TELEGRAM_TOKEN, "", "");
        HubSettings settings = Settings.read(file(), HubSettings.class, Map.of());
        assertThat(out.toString()).contains("社区叫什么名字？", "令牌正确。你好，@hub_bot。", "已写出");
        assertThat(settings.community().name()).isEqualTo("算法学堂");
        assertThat(settings.discord()).isEmpty();
    }

    @Test
    void tokensStandInFilesThatNobodyElseMayRead() throws Exception {
        setup("en", "", Platforms.DISCORD_TOKEN, "", "", Platforms.TELEGRAM_TOKEN, "", "");
        Path secrets = folder.resolve("conf/secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve("discord-token"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file())).doesNotContain(Platforms.DISCORD_TOKEN, Platforms.TELEGRAM_TOKEN);
        assertThat(out.toString()).doesNotContain(Platforms.DISCORD_TOKEN, Platforms.TELEGRAM_TOKEN);
    }

    @Test
    void anExistingFileStaysAsItIs() throws Exception {
        Files.createDirectories(file().resolveSibling("."));
        Files.writeString(file(), "mine");
        assertThat(setup("en", "x")).isEqualTo(2);
        assertThat(file()).hasContent("mine");
    }

    @Test
    void withoutAnyPlatformNothingIsWritten() throws Exception {
        assertThat(setup("en", "x", "", "")).isEqualTo(1);
        assertThat(file()).doesNotExist();
        assertThat(out.toString()).contains("./lyceum demo");
    }
}
