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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of what reaches which platform is made from the contracts that the adapters' tests name, so that it cannot promise more. */
class ParityTest {
    private static final Path ROOT = Path.of(System.getProperty("lyceum.root"));
    private static final Pattern CONTRACT = Pattern.compile("\\b(\\w+)Contract(?:,|\\s*\\{)");
    private static final List<Place> PLACES = List.of(
            new Place("Discord", "adapters/discord/src/test/java/lyceum/discord/DiscordContractTest.java"),
            new Place("Telegram", "adapters/telegram/src/test/java/lyceum/telegram/TelegramContractTest.java"),
            new Place("Twitch", "adapters/twitch/src/test/java/lyceum/twitch/TwitchContractTest.java"),
            new Place("live room", "adapters/web/src/test/java/lyceum/web/room/RoomContractTest.java"));

    private static final String HEAD = """
            # What reaches which platform · 各平台互通的内容

            Made from the contracts that each adapter's tests pass; a test holds it equal.
            由各平台适配器所通过的契约测试生成，并由测试保证一致。

            ● native · 原生　◐ emulated: said in another way · 以其他方式呈现　⌨ by a reply with `/delete` · 用 `/delete` 回复
            ○ impossible, and said so · 无法实现，并说明　· the platform does not tell the hub, or has nothing of the kind · 平台没有或不告知

            - What Lyceum says on Discord in somebody's name cannot be a reply: what it answers is named below it, with the way there.
              Lyceum 在 Discord 上以他人名义发言时不能使用回复：所回复的内容会写在下方，并附链接。
            - Where more is said than a platform lets through, several people's lines share a message; each can still be changed, taken
              away and answered. On Twitch, where nothing can be changed, the other lines are then said again.
              当发言多于平台所允许的数量时，多人的发言会合为一条消息；其中每一行仍可单独修改、撤下和回复。Twitch 上无法修改消息，其余各行会重新发出。
            - What was said while the hub was away comes with its time, "[03:12] ...", beside what is said now.
              离线期间的发言会带上时间“[03:12] ……”，与当前的发言并行补发。
            - A bot has one reaction a message on Telegram, of a fixed set: the most frequent that Telegram takes is shown. Twitch and the
              live room have no reactions.
              Telegram 机器人每条消息只能有一个固定范围内的表情：显示其中最多的一个。Twitch 和直播间没有表情回应。
            - Where a message once said cannot be changed, the new words are said once more: "(edited) ..." (`repeat-edits`).
              在无法修改消息的地方，修改后的内容以“（已修改）……”再说一遍（`repeat-edits`）。
            - A file that is too large (10 MiB for Discord, 20 MB for Telegram), or that a platform has no place for, is named with its size.
              过大的文件（Discord 10 MiB，Telegram 20 MB），或平台不支持的文件，会写出名称和大小。
            - A thread or forum post on Discord and a topic on Telegram are one conversation: opened with the first word, named and
              closed alike. Where there are no threads, its words come under its title: "ann · Heaps: ...". Private threads stay private.
              Discord 的子区或论坛帖与 Telegram 的话题互为同一对话：首条发言时开启，同时改名、关闭。没有此功能的平台上，发言会带上标题：
              “ann · 堆：……”。私密子区不会转发。
            - Who is mentioned and has linked their accounts (`/link`) is called on Discord and Telegram by the account that they have there;
              elsewhere, and where nothing is linked, the name stands.
              被提及的人若已绑定账号（`/link`），在 Discord 和 Telegram 上会以其在该平台的账号被提醒；其他平台或未绑定时只显示名字。
            - Who comes and who leaves is told together, by a line of the hub, at most once a minute for a room (`show-joins`, off by
              default). That somebody types is shown without a name (`show-typing`, off by default): Telegram tells no bot that anybody
              types, and Twitch has nothing of the kind.
              谁加入、谁离开由中枢合并成一行说明，每个房间每分钟最多一行（`show-joins`，默认关闭）。有人正在输入时会显示，但不说明是谁
              （`show-typing`，默认关闭）：Telegram 不告知机器人谁在输入，Twitch 没有此功能。
            - What a platform does not take away any more (Telegram after 48 hours, Twitch after 6) is told in the moderators' room.
              平台不再允许撤下的消息（Telegram 超过 48 小时，Twitch 超过 6 小时）会在管理员房间里说明。
            """;

    /** A platform, and the test that names its contracts. */
    private record Place(String name, String test) {}

    /**
     * One thing that people do.
     *
     * @param heard the contract that a platform passes where the hub hears of it, or empty where every platform says it
     * @param done the contract of the platform that shall show it
     * @param otherwise what is seen where that platform has not the ability
     */
    private record Row(String what, String heard, String done, Cell otherwise) {}

    private enum Cell {
        NATIVE("●"),
        EMULATED("◐"),
        COMMAND("⌨"),
        TOLD("○"),
        NOTHING("·");

        private final String sign;

        Cell(String sign) {
            this.sign = sign;
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row("message · 消息", "", "Platform|Speaking", Cell.TOLD),
            new Row("long text, cut · 长文本分段", "", "Platform|Fitting", Cell.TOLD),
            new Row("formatting · 格式", "Formatting", "Formatting", Cell.EMULATED),
            new Row("edit · 编辑", "Edits", "Edits", Cell.EMULATED),
            new Row("deletion · 删除", "HearsDeletions", "Deletes", Cell.TOLD),
            new Row("reply · 回复", "", "VoicedReplies", Cell.EMULATED),
            new Row("reaction · 表情回应", "Reacts", "Reacts", Cell.TOLD),
            new Row("picture, file, voice note · 图片、文件、语音", "Files", "Files", Cell.EMULATED),
            new Row("mention of a linked person · 提及已绑定账号的人", "Mentions", "Mentions", Cell.EMULATED),
            new Row("thread, forum post, topic · 子区、论坛帖、话题", "Threads", "Threads", Cell.EMULATED),
            new Row("join and leave · 加入与离开", "Comings", "nothing of its own", Cell.EMULATED),
            new Row("typing · 正在输入", "HearsTyping", "ShowsTyping", Cell.TOLD),
            new Row(
                    "sticker, poll, custom emoji as text · 贴纸、投票、自定义表情转为文字",
                    "Formatting",
                    "nothing of its own",
                    Cell.EMULATED));

    @Test
    void theTableIsWhatTheContractsProve() throws IOException {
        Path table = ROOT.resolve("docs/parity.md");
        String made = made();
        if (Boolean.getBoolean("updateSnapshots")) {
            Files.writeString(table, made);
        }
        assertThat(made).isEqualTo(Files.readString(table));
    }

    private static String made() throws IOException {
        Map<String, Set<String>> contracts = new LinkedHashMap<>();
        for (Place place : PLACES) {
            contracts.put(place.name(), contracts(Files.readString(ROOT.resolve(place.test()))));
        }
        List<String> lines = new ArrayList<>(List.of(HEAD.split("\n")));
        lines.add("");
        List<String> pairs = new ArrayList<>();
        contracts
                .keySet()
                .forEach(from -> contracts.keySet().stream()
                        .filter(to -> !to.equals(from))
                        .forEach(to -> pairs.add(from + " → " + to)));
        lines.add("| | " + String.join(" | ", pairs) + " |");
        lines.add("|---" + "|:---:".repeat(pairs.size()) + "|");
        for (Row row : ROWS) {
            List<String> cells = new ArrayList<>();
            contracts.forEach((from, heard) -> contracts.forEach((to, done) -> {
                if (!to.equals(from)) {
                    cells.add(cell(row, heard, done).sign);
                }
            }));
            lines.add("| " + row.what() + " | " + String.join(" | ", cells) + " |");
        }
        return String.join("\n", lines) + "\n";
    }

    private static Cell cell(Row row, Set<String> from, Set<String> to) {
        boolean shown = has(row.done(), to);
        if (!row.heard().isEmpty() && !has(row.heard(), from)) {
            return row.heard().equals("HearsDeletions") && shown ? Cell.COMMAND : Cell.NOTHING;
        }
        return shown ? Cell.NATIVE : row.otherwise();
    }

    private static boolean has(String names, Set<String> contracts) {
        return Set.of(names.split("\\|")).stream().anyMatch(contracts::contains);
    }

    private static Set<String> contracts(String test) {
        return CONTRACT.matcher(test).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
