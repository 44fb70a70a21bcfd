package lyceum.program.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about drivers is made from the contracts that each driver's tests name, so that what one lacks is seen. */
class DriverTableTest {
    private static final Path ROOT = Path.of(System.getProperty("lyceum.root"));
    private static final Pattern CONTRACT = Pattern.compile("\\b(\\w+)Contract(?:,|\\s*\\{)");
    private static final String JDA = "adapters/discord/src/test/java/lyceum/discord/DiscordContractTest.java";
    private static final String JAVACORD = "adapters/javacord/src/test/java/lyceum/javacord/JavacordContractTest.java";

    private static final Map<String, String> LAWS = new LinkedHashMap<>();

    static {
        LAWS.put("Platform", "hears and says, cuts what is long, endures faults · 收发消息、切分长文、承受故障");
        LAWS.put("Remembers", "brings what was said while the hub was away · 补收离线期间的消息");
        LAWS.put("Formatting", "bold, italic, code, links · 粗体、斜体、代码、链接");
        LAWS.put("Edits", "edits · 编辑");
        LAWS.put("Deletes", "deletions by the hub · 由中枢删除");
        LAWS.put("HearsDeletions", "deletions by people · 用户删除");
        LAWS.put("Reacts", "reactions · 表情回应");
        LAWS.put("Files", "pictures and files · 图片和文件");
        LAWS.put("Mentions", "mentions of a linked person · 提及已绑定账号的人");
        LAWS.put("Menus", "the menu of commands · 命令菜单");
        LAWS.put("Responds", "commands and buttons · 命令和按钮");
        LAWS.put("PrivateAnswers", "answers for one person alone · 仅本人可见的回复");
        LAWS.put("Restricts", "silence, ban, and back · 禁言、封禁与解除");
        LAWS.put("Settles", "what had no answer is read back before it is sent again · 无应答时先读回再重发");
        LAWS.put("Nonce", "the same request twice stands once · 同一请求两次只显示一次");
        LAWS.put("Completes", "suggestions while one types · 输入时的补全");
        LAWS.put("Threads", "threads and forum posts · 子区和论坛帖");
        LAWS.put("Comings", "who joins and leaves · 加入和离开");
        LAWS.put("HearsTyping", "hears that somebody types · 得知有人正在输入");
        LAWS.put("ShowsTyping", "shows that somebody types · 显示有人正在输入");
        LAWS.put("Schedules", "keeps the server's events in step with the classes · 服务器活动与课程保持一致");
    }

    private static final String HEAD = """
            # Drivers for Discord · Discord 驱动

            Discord is reached by JDA. A second driver, Javacord, stands in a jar of its own and is off by default. Its authors ended
            development in February 2025, so it knows nothing of Discord that is newer; take it only if you must not use JDA.
            Discord 默认通过 JDA 连接。第二个驱动 Javacord 位于单独的 jar 中，默认关闭。其作者已于 2025 年 2 月停止开发，
            因此它不了解此后 Discord 的任何变化；除非不能使用 JDA，否则不要选它。

            ```sh
            ./lyceum driver javacord
            ```

            builds it and prints where it is: beside the program, where it is found. Without the sources, put `lyceum-javacord.jar` into the
            folder `drivers` of the data folder. Then write `driver: javacord` under `discord:` in the config. After an update it is built
            anew together with the program.
            会构建它并打印其位置：就在程序旁边，程序会自动找到。若没有源码，请把 `lyceum-javacord.jar` 放入数据文件夹的 `drivers` 中。
            然后在配置的 `discord:` 下写 `driver: javacord`。更新后，它会随程序一起重新构建。

            Javacord's address is fixed, so `api` is refused with it. Through a proxy it goes by Java's own options, for example
            `LYCEUM_JAVA_OPTS="-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=3128"`, and `-Djavax.net.ssl.trustStore=FILE` where the proxy has a
            certificate of its own. No certificate is trusted unasked.
            Javacord 的地址是固定的，因此不能同时设置 `api`。需要代理时使用 Java 自身的选项，例如
            `LYCEUM_JAVA_OPTS="-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=3128"`；代理有自己的证书时再加 `-Djavax.net.ssl.trustStore=文件`。
            未经指定的证书一律不信任。

            - Javacord's own builder of messages has no `enforce_nonce`. The driver writes that request itself and hands it to Javacord's
              requester; what goes through webhooks has no nonce anywhere, and is read back where no answer came, as with JDA.
              Javacord 自带的消息构建器没有 `enforce_nonce`。驱动自行写出该请求并交给 Javacord 发送；经 Webhook 的消息在任何驱动中都没有 nonce，
              无应答时先读回频道，与 JDA 相同。
            - Javacord's HTTP client may send a request again by itself where a kept connection breaks: a message in somebody's name can then
              stand twice. With JDA it cannot.
              连接中断时，Javacord 的 HTTP 客户端可能自行重发请求：以他人名义发出的消息可能因此出现两次。JDA 不会。
            - It knows nicknames and account names, but no display names; polls and forwarded messages come without their words; it does not
              tell of what Discord's own filter holds, nor of purchases, and has no commands in the menu of a message.
              它知道昵称和账号名，但不知道显示名称；投票和转发的消息没有文字；它不会告知 Discord 自带过滤器扣留的内容和购买，
              消息菜单中也没有命令。

            Made from the contracts that each driver's tests pass; a test holds it equal. ● passes · 通过　○ has it not: the hub does
            without · 没有：中枢以其他方式处理

            | | jda | javacord |
            |---|:---:|:---:|
            """;

    @Test
    void thePageIsWhatTheContractsProve() throws IOException {
        Path page = ROOT.resolve("docs/drivers.md");
        String made = made();
        if (Boolean.getBoolean("updateSnapshots")) {
            Files.writeString(page, made);
        }
        assertThat(made).isEqualTo(Files.readString(page));
    }

    private static String made() throws IOException {
        Set<String> jda = contracts(JDA);
        Set<String> javacord = contracts(JAVACORD);
        assertThat(LAWS.keySet()).containsAll(jda).containsAll(javacord);
        List<String> rows = new ArrayList<>();
        LAWS.forEach(
                (law, words) -> rows.add("| " + words + " | " + sign(jda, law) + " | " + sign(javacord, law) + " |"));
        return HEAD + String.join("\n", rows) + "\n";
    }

    private static String sign(Set<String> contracts, String law) {
        return contracts.contains(law) ? "●" : "○";
    }

    private static Set<String> contracts(String test) throws IOException {
        return CONTRACT.matcher(Files.readString(ROOT.resolve(test)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
