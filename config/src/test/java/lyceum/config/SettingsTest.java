package lyceum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file may look like, what becomes of it, and what is said of one that does not fit. */
class SettingsTest {
    @TempDir
    private Path folder;

    private Map<String, String> environment = Map.of();

    enum Color {
        RED,
        DARK_BLUE
    }

    enum Tongued {
        ZH;

        public String tag() {
            return "zh-Hans";
        }
    }

    record Id(String place, String value) {
        static Id parse(String text) {
            int colon = text.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("an id is place:value, not '" + text + "'");
            }
            return new Id(text.substring(0, colon), text.substring(colon + 1));
        }
    }

    record Port(int value) {
        Port {
            if (value < 1 || value > 65535) {
                throw new IllegalArgumentException(
                        "a port is from 1 to 65535, not " + value + "\n端口是 1 到 65535，不是 " + value);
            }
        }
    }

    record Web(String bind, Port port, Duration remindAfter) {
        Web {
            if (bind.contains(" ")) {
                throw new IllegalArgumentException("bind has no spaces");
            }
        }

        static Web defaults() {
            return new Web("127.0.0.1", new Port(8080), Duration.ofMinutes(15));
        }
    }

    record Bot(Secret token, Optional<Secret> other, Optional<URI> api) {}

    record Link(String name, List<Id> rooms) {}

    record All(
            String name,
            Color color,
            Tongued language,
            ZoneId zone,
            boolean on,
            long many,
            double share,
            Path data,
            Web web,
            Optional<Bot> bot,
            List<Link> links,
            Set<String> words,
            Map<String, Integer> weights) {}

    private static final String FULL = """
            name: Algorithm School
            color: dark-blue
            language: zh-Hans
            zone: Asia/Shanghai
            on: true
            many: 10000000000
            share: 0.25
            data: data
            web: {port: 81, remind-after: 1h 30m}
            bot:
              token: ${TOKEN}
              other-file: other.txt
              api: http://127.0.0.1:8081/
            links:
              - name: general
                rooms: [discord:1, "telegram:-2"]
            words:
              - one
              - file: words.txt
            weights: {a: 1, b: 2}
            """;

    private All read(String yaml) throws IOException, SettingsRefused {
        return Settings.read(Files.writeString(folder.resolve("lyceum.yaml"), yaml), All.class, environment);
    }

    private <T extends Record> List<String> refused(String yaml, Class<T> type, Tongue tongue) throws IOException {
        Path file = Files.writeString(folder.resolve("lyceum.yaml"), yaml);
        SettingsRefused refused =
                catchThrowableOfType(SettingsRefused.class, () -> Settings.read(file, type, environment));
        return refused.lines(tongue).replace(folder + "/", "").lines().toList();
    }

    private List<String> refused(String yaml, Class<? extends Record> type) throws IOException {
        return refused(yaml, type, Tongue.ENGLISH);
    }

    @Test
    void aFullFileBecomesTheRecord() throws Exception {
        environment = Map.of("TOKEN", "a:b");
        Files.writeString(folder.resolve("other.txt"), "secret\n");
        Files.writeString(folder.resolve("words.txt"), "# bad words\ntwo\n\n  三 \n");

        All all = read(FULL);

        Bot bot = new Bot(
                new Secret("a:b"),
                Optional.of(new Secret("secret")),
                Optional.of(URI.create("http://127.0.0.1:8081/")));
        assertThat(all)
                .isEqualTo(new All(
                        "Algorithm School",
                        Color.DARK_BLUE,
                        Tongued.ZH,
                        ZoneId.of("Asia/Shanghai"),
                        true,
                        10_000_000_000L,
                        0.25,
                        folder.resolve("data"),
                        new Web("127.0.0.1", new Port(81), Duration.ofMinutes(90)),
                        Optional.of(bot),
                        List.of(new Link("general", List.of(new Id("discord", "1"), new Id("telegram", "-2")))),
                        Set.of("one", "two", "三"),
                        Map.of("a", 1, "b", 2)));
        assertThat(all.toString()).doesNotContain("a:b", "secret");
    }

    @Test
    void settingsInForceShowTheirDefaultsAndNoSecret() {
        record Part(Secret token, Optional<Secret> other, List<Id> rooms, Optional<URI> api) {}
        record Whole(Part part, Port port, Optional<String> absent, List<Link> links) {}
        Id room = new Id("discord", "1");
        Whole whole = new Whole(
                new Part(
                        new Secret("a:b"),
                        Optional.of(new Secret("c")),
                        List.of(room),
                        Optional.of(URI.create("http://me:pass@127.0.0.1/"))),
                new Port(80),
                Optional.empty(),
                List.of(new Link("general", List.of(room, room))));

        assertThat(Settings.inForce(whole))
                .extracting(line -> line.path() + " = " + line.value())
                .containsExactly(
                        "part.token = ***",
                        "part.other = ***",
                        "part.rooms = " + room,
                        "part.api = http://***@127.0.0.1/",
                        "port = 80",
                        "links[1].name = general",
                        "links[1].rooms = " + room + ", " + room);
    }

    @Test
    void allErrorsComeAtOnceInTheOrderOfTheFile() throws Exception {
        List<String> lines = refused("""
                nmae: x
                color: blue
                language: fr
                zone: Asia/Shangai
                on: yes
                many: 1e3
                share: a third
                web:
                  bind: "a b"
                  port: 99999
                  remind-after: soon
                bot: {token: "${TOKEN}", api: localhost}
                links:
                  - rooms: general
                  - name: [x]
                    rooms: [discord:1, general]
                words: [a, b, a]
                weights: {a: 99999999999}
                zone: UTC
                """, All.class);
        assertThat(lines)
                .containsExactly(
                        "lyceum.yaml:1:1: nmae: is not known here; did you mean `name`?",
                        "lyceum.yaml:1:1: name: is missing; write `name: \"...\"`",
                        "lyceum.yaml:1:1: data: is missing; write `data: folder/file`",
                        "lyceum.yaml:2:8: color: 'blue' is not among: red, dark-blue; write one of these",
                        "lyceum.yaml:3:11: language: 'fr' is not among: zh-Hans; write one of these",
                        "lyceum.yaml:4:7: zone: 'Asia/Shangai' is not a time zone; did you mean Asia/Shanghai?",
                        "lyceum.yaml:5:5: on: 'yes' is neither true nor false; write true or false",
                        "lyceum.yaml:6:7: many: '1e3' is not a whole number; write digits only, such as 8080",
                        "lyceum.yaml:7:8: share: 'a third' is not a number; write, for example, 0.5",
                        "lyceum.yaml:10:9: web.port: a port is from 1 to 65535, not 99999",
                        "lyceum.yaml:11:17: web.remind-after: 'soon' is not a length of time; write, for example, 90s, 15m, 2h or 1d",
                        "lyceum.yaml:12:14: bot.token: needs the environment variable TOKEN, which is not set; set it, or name a file instead",
                        "lyceum.yaml:12:31: bot.api: 'localhost' is not an address; write one with scheme and host, such as https://example.org/",
                        "lyceum.yaml:14:5: links[0].name: is missing; write `name: \"...\"`",
                        "lyceum.yaml:14:12: links[0].rooms: has a value where a list belongs; write it in brackets, [a, b], or one to a line after \"- \"",
                        "lyceum.yaml:15:5: links[1].name: has a list where a single value belongs; write, for example, `\"...\"`",
                        "lyceum.yaml:16:24: links[1].rooms[1]: an id is place:value, not 'general'",
                        "lyceum.yaml:17:15: words[2]: stands here a second time, the first is on line 17; remove one of them",
                        "lyceum.yaml:18:14: weights.a: '99999999999' is out of range; write a number from -2147483648 to 2147483647",
                        "lyceum.yaml:19:1: zone: stands here a second time, the first is on line 4; remove one of them");
    }

    @Test
    void errorsAreToldInChinese() throws Exception {
        List<String> lines = refused("port: 0\nbnd: x\n", Web.class, Tongue.CHINESE);
        assertThat(lines)
                .containsExactly(
                        "lyceum.yaml:1:7: port: 端口是 1 到 65535，不是 0", "lyceum.yaml:2:1: bnd: 这里没有这个键；是不是 `bind`？");
    }

    @Test
    void whatTheRecordSaysIsToldWhereItsComponentStands() throws Exception {
        assertThat(refused("port: 1\nbind: a b\n", Web.class))
                .containsExactly("lyceum.yaml:2:7: bind: bind has no spaces");
    }

    @Test
    void aSecretNeverShowsEvenWhereItDoesNotFit() throws Exception {
        environment = Map.of("TOKEN", "hunter2");
        List<String> lines = refused("name: x\nrooms: ['${TOKEN}']", Link.class);
        assertThat(lines).containsExactly("lyceum.yaml:2:9: rooms[0]: an id is place:value, not '${TOKEN}'");
    }

    @Test
    void aSecretComesFromOnePlace() throws Exception {
        Files.writeString(folder.resolve("empty"), "\n");
        assertThat(refused("token: x\ntoken-file: y", Bot.class))
                .containsExactly(
                        "lyceum.yaml:2:13: token-file: stands beside `token`; write either `token` or `token-file`, not both");
        assertThat(refused("token: {file: empty}", Bot.class))
                .containsExactly("lyceum.yaml:1:1: token: the file empty is empty; put the value into it");
        assertThat(refused("token-file: none", Bot.class))
                .containsExactly(
                        "lyceum.yaml:1:13: token-file: the file none does not exist; create it or correct the path");
        assertThat(refused("token:", Bot.class))
                .containsExactly("lyceum.yaml:1:1: token: is missing; write `token: ${NAME}`");
    }

    @Test
    void aWordOfAFileIsBlamedThere() throws Exception {
        Files.writeString(folder.resolve("rooms.txt"), "a:1\nb\n");
        assertThat(refused("name: x\nrooms: {file: rooms.txt}", Link.class))
                .containsExactly("rooms.txt:2:1: rooms: an id is place:value, not 'b'");
    }

    @Test
    void tabsAreToldByLineTogetherWithTheRest() throws Exception {
        assertThat(refused("name: x\nrooms:\n\t- a:1\n\t- b\n", Link.class))
                .containsExactly(
                        "lyceum.yaml:3:1: this line is indented by a tab; use spaces, two for each level",
                        "lyceum.yaml:4:1: this line is indented by a tab; use spaces, two for each level",
                        "lyceum.yaml:4:5: rooms[1]: an id is place:value, not 'b'");
    }

    @Test
    void syntaxErrorsHaveLineColumnAndAnAdvice() throws Exception {
        assertThat(refused("name: a: b", Link.class))
                .singleElement()
                .asString()
                .startsWith("lyceum.yaml:1:8: a second \": \"");
        assertThat(refused("name: x\nrooms: [a:1\n", Link.class))
                .singleElement()
                .asString()
                .contains("a bracket is not closed");
        assertThat(refused("name: 'x\n", Link.class))
                .singleElement()
                .asString()
                .contains("a quotation mark is not closed");
        assertThat(refused("name: x\n rooms: []\n", Link.class))
                .singleElement()
                .asString()
                .startsWith("lyceum.yaml:2:");
        assertThat(refused("name: x\nrooms\n", Link.class))
                .singleElement()
                .asString()
                .contains("a \":\" is missing");
        assertThat(refused("name: \u0007", Link.class))
                .singleElement()
                .asString()
                .contains("U+0007");
        assertThat(refused("name: *x", Link.class))
                .singleElement()
                .asString()
                .startsWith("lyceum.yaml:1:7: this is not YAML");
    }

    @Test
    void aFileThatIsNotThereOrNotTextIsOneError() throws Exception {
        Path none = folder.resolve("none.yaml");
        assertThat(catchThrowableOfType(SettingsRefused.class, () -> Settings.read(none, Web.class, Map.of()))
                        .lines(Tongue.ENGLISH))
                .contains("none.yaml does not exist");
        Path bytes = Files.write(folder.resolve("bytes.yaml"), new byte[] {'a', (byte) 0xff});
        assertThat(catchThrowableOfType(SettingsRefused.class, () -> Settings.read(bytes, Web.class, Map.of()))
                        .lines(Tongue.ENGLISH))
                .contains("is not UTF-8");
    }

    @Test
    void aWrongShapeIsTold() throws Exception {
        assertThat(refused("- a\n- b\n", Link.class))
                .containsExactly(
                        "lyceum.yaml:1:1: has a list where keys belong; write the keys below it, indented by two spaces");
        assertThat(refused("name: x\n[a]: b\n", Link.class))
                .containsExactly("lyceum.yaml:2:1: has a key that is no plain word; write `key: value`");
        assertThat(refused("name: ${no name}", Link.class))
                .singleElement()
                .asString()
                .contains("'${no name}' is not the name");
    }

    @Test
    void anEmptyFileGivesTheDefaults() throws Exception {
        Path file = Files.writeString(folder.resolve("lyceum.yaml"), "# nothing yet\n");
        assertThat(Settings.read(file, Web.class, Map.of())).isEqualTo(Web.defaults());
    }

    @Test
    void everyPhraseStandsInBothLanguages() {
        assertThat(Tongue.ENGLISH.phrases().keySet())
                .isEqualTo(Tongue.CHINESE.phrases().keySet());
    }
}
