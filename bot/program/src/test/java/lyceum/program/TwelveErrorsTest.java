package lyceum.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A settings file with twelve errors is told all twelve at once: where each is, and what to write instead. */
class TwelveErrorsTest {
    private static final String FILE = """
            comunity: {name: Algorithm School}
            discord:
              token: ${LYCEUM_NO_SUCH_TOKEN}
              guild: "Algorithm School"
              moderator-rol: Helpers
            telegram:
              token: "1000:x"
              api: "http://not an address"
            bridge:
              links:
                - {name: "", rooms: ["discord:11", "telegram:-1001"]}
                - {name: alone, rooms: ["discord:12"]}
                - {name: far, rooms: ["irc:13", "telegram:-1002"]}
            moderation:
              remind-after: soon
              words: {hold: free nitro}
            web: {port: "80 80"}
            """;

    @TempDir
    private Path folder;

    @Test
    void inEnglish() throws IOException {
        assertThat(check("en_US.UTF-8"))
                .containsExactly(
                        "1:1: comunity: is not known here; did you mean `community`?",
                        "1:1: community: is missing; write `community: {name: ..., language: ..., zone: ...}`",
                        "3:10: discord.token: needs the environment variable LYCEUM_NO_SUCH_TOKEN, which is not set; set it, "
                                + "or name a file instead",
                        "4:10: discord.guild: 'Algorithm School' is not an id of Discord's; write its digits, such as "
                                + "\"100000000000000001\"",
                        "5:3: discord.moderator-rol: is not known here; did you mean `moderator-role`?",
                        "8:8: telegram.api: 'http://not an address' is not an address; write one with scheme and host, such "
                                + "as https://example.org/",
                        "11:14: bridge.links[0].name: name is empty; write a short word",
                        "12:21: bridge.links[1].rooms: rooms needs two or more rooms; one alone has nobody to hear",
                        "13:27: bridge.links[2].rooms[0]: 'irc:13' is not a room; write discord:ID or telegram:ID with the "
                                + "digits of its id, twitch:CHANNEL or room:NAME",
                        "15:17: moderation.remind-after: 'soon' is not a length of time; write, for example, 90s, 15m, 2h "
                                + "or 1d",
                        "16:17: moderation.words.hold: has a value where a list belongs; write it in brackets, [a, b], or "
                                + "one to a line after \"- \"",
                        "17:13: web.port: '80 80' is not a whole number; write digits only, such as 8080");
    }

    @Test
    void inChinese() throws IOException {
        assertThat(check("zh_CN.UTF-8"))
                .containsExactly(
                        "1:1: comunity: 这里没有这个键；是不是 `community`？",
                        "1:1: community: 缺少；请写 `community: {name: ..., language: ..., zone: ...}`",
                        "3:10: discord.token: 需要环境变量 LYCEUM_NO_SUCH_TOKEN，但它没有设置；请设置它，或改用文件",
                        "4:10: discord.guild: “Algorithm School”不是 Discord 的 ID；请写数字，例如 \"100000000000000001\"",
                        "5:3: discord.moderator-rol: 这里没有这个键；是不是 `moderator-role`？",
                        "8:8: telegram.api: “http://not an address”不是地址；请写出协议和主机，例如 https://example.org/",
                        "11:14: bridge.links[0].name: name 是空的；请写一个简短的词",
                        "12:21: bridge.links[1].rooms: rooms 需要两个或更多房间",
                        "13:27: bridge.links[2].rooms[0]: “irc:13”不是房间；请写 discord:ID 或 telegram:ID（ID 为数字）、twitch:频道名或 room:NAME",
                        "15:17: moderation.remind-after: “soon”不是时长；例如写 90s、15m、2h 或 1d",
                        "16:17: moderation.words.hold: 这里应是列表，却是一个值；请写成 [a, b]，或每行一项并以 \"- \" 开头",
                        "17:13: web.port: “80 80”不是整数；请只写数字，例如 8080");
    }

    /** The lines without the file's name. */
    private List<String> check(String locale) throws IOException {
        Path file = Files.writeString(folder.resolve("lyceum.yaml"), FILE);
        Map<String, String> environment = Map.of("LANG", locale);
        Wording wording = Wording.of(environment);
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        CommandLineTree tree =
                new CommandLineTree(wording, Map.of("check", new Check(environment, wording, writer)), writer, writer);

        assertThat(tree.run("check", "--config", file.toString())).isEqualTo(2);

        return out.toString().lines().map(line -> line.replace(file + ":", "")).toList();
    }
}
