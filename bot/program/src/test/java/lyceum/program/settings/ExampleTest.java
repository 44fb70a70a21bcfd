package lyceum.program.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.config.Settings;
import lyceum.config.SettingsRefused;
import lyceum.config.Tongue;
import lyceum.kernel.person.Language;
import lyceum.web.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example loads and explains every option; what the records refuse is told at its place. */
class ExampleTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("lyceum.root")).resolve("config/lyceum.example.yaml");
    private static final Map<String, String> TOKENS = Stream.of(
                    "DISCORD_TOKEN",
                    "TELEGRAM_TOKEN",
                    "TWITCH_TOKEN",
                    "TWITCH_OWNER_TOKEN",
                    "TWITCH_CLIENT_SECRET",
                    "TWITCH_REFRESH_TOKEN",
                    "TWITCH_OWNER_REFRESH_TOKEN",
                    "PATREON_SECRET",
                    "KOFI_TOKEN",
                    "STRIPE_SECRET",
                    "AFDIAN_KEY",
                    "SHOP_SECRET",
                    "REDIS_URL")
            .collect(Collectors.toMap(
                    name -> name, name -> name.equals("REDIS_URL") ? "redis://127.0.0.1:6379/0" : "the " + name));

    @TempDir
    private Path folder;

    private HubSettings read(String yaml) throws IOException, SettingsRefused {
        return Settings.read(Files.writeString(folder.resolve("l.yaml"), yaml), HubSettings.class, TOKENS);
    }

    private String refused(String yaml) {
        return catchThrowableOfType(SettingsRefused.class, () -> read(yaml))
                .lines(Tongue.ENGLISH)
                .replace(folder + "/", "");
    }

    @Test
    void theExampleLoads() throws Exception {
        HubSettings settings = Settings.read(EXAMPLE, HubSettings.class, TOKENS);
        assertThat(settings.community().language()).contains(Language.EN);
        assertThat(settings.bridge().links())
                .singleElement()
                .satisfies(link -> assertThat(link.rooms()).hasSize(3));
        assertThat(settings.moderation().remindAfter()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.web()).isEqualTo(WebSettings.defaults());
    }

    @Test
    void theExampleExplainsEveryOption() throws Exception {
        String example = Files.readString(EXAMPLE);
        assertThat(keys(HubSettings.class))
                .allSatisfy(key -> assertThat(example).containsPattern("(?m)^ *(- )?" + key + ":"));
    }

    /** Every key but {@code api}, which is for the sandbox. */
    private static Stream<String> keys(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> !component.getName().equals("api"))
                .flatMap(component -> Stream.concat(
                        Stream.of(
                                component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT)),
                        nested(component)));
    }

    private static Stream<String> nested(RecordComponent component) {
        return List.of(
                        Community.class,
                        Discord.class,
                        Telegram.class,
                        Live.class,
                        Live.Place.class,
                        Twitch.class,
                        Bridge.class,
                        Bridge.Link.class,
                        Moderation.class,
                        Moderation.Words.class,
                        Draws.class,
                        Access.class,
                        Access.Plan.class,
                        Hooks.class)
                .stream()
                .filter(type -> List.of(component.getGenericType().getTypeName().split("[<>]"))
                        .contains(type.getName()))
                .flatMap(ExampleTest::keys);
    }

    @Test
    void theLeastFileNamesACommunityAndOnePlatform() throws Exception {
        HubSettings settings = read("community: {name: x}\ntelegram: {token: 'a:b'}");
        assertThat(settings.discord()).isEqualTo(Optional.empty());
        assertThat(settings.bridge().links()).isEmpty();
    }

    @Test
    void oneWithoutPlatformIsRefused() {
        assertThat(refused("community: {name: x}"))
                .startsWith("l.yaml:1:1: discord, telegram, twitch or room must be here");
    }

    @Test
    void aRoomOfAPlatformThatIsOffIsRefused() {
        assertThat(refused("""
            community: {name: x}
            telegram: {token: 'a:b'}
            bridge:
              links:
                - {name: a, rooms: ["telegram:-1", "discord:2"]}
            """))
                .startsWith("l.yaml:3:1: bridge: bridge names discord:2, but there is no section `discord:`");
    }

    @Test
    void whatIsMalformedIsToldWhereItStands() {
        assertThat(refused("""
            community: {name: ''}
            discord: {token: x, guild: my server}
            bridge:
              links:
                - {name: a, rooms: [dicord:1, 'telegram:x', 'discord:1']}
                - {name: b, rooms: ['discord:1']}
            moderation: {remind-after: 1s}
            web: {port: 70000}
            """)
                        .lines()
                        .map(line -> line.replaceAll("^(\\S+ \\S+ ).*", "$1").strip()))
                .containsExactly(
                        "l.yaml:1:19: community.name:",
                        "l.yaml:2:28: discord.guild:",
                        "l.yaml:5:25: bridge.links[0].rooms[0]:",
                        "l.yaml:5:35: bridge.links[0].rooms[1]:",
                        "l.yaml:6:17: bridge.links[1].rooms:",
                        "l.yaml:7:28: moderation.remind-after:",
                        "l.yaml:8:13: web.port:");
    }

    @Test
    void aRoomInTwoLinksAndANameTwiceAreRefused() {
        String start = "community: {name: x}\ndiscord: {token: x, guild: '1'}\nbridge:\n  links:\n";
        assertThat(refused(start
                        + "    - {name: a, rooms: ['discord:1', 'discord:2']}\n"
                        + "    - {name: b, rooms: ['discord:2', 'discord:3']}"))
                .startsWith("l.yaml:4:3: bridge.links: links has discord:2 in both 'a' and 'b'");
        assertThat(refused(start
                        + "    - {name: a, rooms: ['discord:1', 'discord:2']}\n"
                        + "    - {name: a, rooms: ['discord:3', 'discord:4']}"))
                .startsWith("l.yaml:4:3: bridge.links: links has two with the name 'a'");
    }

    @Test
    void holdingWithoutARoomToShowItIsRefused() {
        assertThat(refused("community: {name: x}\ntelegram: {token: x}\nmoderation: {words: {hold: [a]}}"))
                .startsWith("l.yaml:3:14: moderation.words: words has a list `hold`, but");
    }
}
