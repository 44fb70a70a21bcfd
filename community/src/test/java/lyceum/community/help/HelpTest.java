package lyceum.community.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lyceum.community.help.HelpSettings.Joined;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.feature.Command;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Lyceum says of itself. */
class HelpTest {
    private static final String ROOM = "discord:general";
    private static final String CHINESE_ROOM = "telegram:general";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        Members members = new Members(
                new MembersSettings(ZoneId.of("UTC"), Language.EN, Map.of(RoomId.parse(CHINESE_ROOM), Language.ZH)));
        List<Command> others = new ArrayList<>(members.commands());
        others.add(new Command("queue", List.of(), Phrase.of("help.help"), List.of(), Standing.MODERATOR));
        HelpSettings settings = new HelpSettings(
                "Lyceum",
                List.of(new Joined("talk", List.of(new PlatformName("discord"), new PlatformName("telegram")))));
        world = World.open(
                folder, World.Cast.of(List.of(members, new Help(others, settings)), "hub", "members", "help"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aFanSeesWhatAFanMayDo() {
        assertThat(world.commands(ROOM, "ann", "help", Map.of())).isEqualTo("""
                This is what you can do here:
                • /help (帮助): What you can do here
                • /about (关于): What Lyceum is, and what it does with what you say
                • /settings (设置): Your language, time zone, and what Lyceum may do
                • /link (绑定): Shows that another account is yours too
                • /unlink (解绑): Makes one of your accounts a person of its own
                • /whoami (我是谁): Which accounts Lyceum knows as yours
                • /mydata (我的数据): Shows what Lyceum keeps of you
                • /forget (忘记): Removes who you are from Lyceum: /forget me""");
        assertThat(world.room(ROOM)).isEmpty();
    }

    @Test
    void aModeratorSeesMore() {
        assertThat(world.commands(ROOM, "mei", "help", Map.of())).endsWith("\n• /queue: What you can do here");
    }

    @Test
    void helpSpeaksTheReadersLanguage() {
        assertThat(world.commands(CHINESE_ROOM, "小明", "help", Map.of())).isEqualTo("""
                你在这里可以：
                • /help（帮助）：看看在这里可以做什么
                • /about（关于）：Lyceum 是什么，怎样对待你说的话
                • /settings（设置）：设置语言、时区，以及 Lyceum 可以为你做什么
                • /link（绑定）：绑定你的另一个账号
                • /unlink（解绑）：解除一个账号的绑定
                • /whoami（我是谁）：Lyceum 知道你有哪些账号
                • /mydata（我的数据）：查看 Lyceum 保存了你的哪些数据
                • /forget（忘记）：从 Lyceum 中删除你的身份：/forget me""");
    }

    @Test
    void aboutNamesTheRoomsTheModeratorsAndTheWayOut() {
        assertThat(world.commands(ROOM, "ann", "about", Map.of()))
                .startsWith("Lyceum joins the rooms of this community")
                .contains(
                        "\n• talk: Discord, Telegram\n",
                        "the moderators read it and decide",
                        "choose “Do not relay me” in /settings");
        assertThat(world.commands(CHINESE_ROOM, "小明", "about", Map.of()))
                .contains("\n• talk：Discord、Telegram\n", "请管理员看过再决定", "在 /settings 中选择“不转发我的发言”");
    }
}
