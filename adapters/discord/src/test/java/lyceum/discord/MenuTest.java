package lyceum.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.feature.Command;
import lyceum.kernel.person.Standing;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

final class MenuTest {
    private static final Phrase WORDS = Phrase.of("contract.rehearse");

    private final Menu menu = new Menu(new Plain(Phrases.of("contract")));

    @Test
    void aCommandStandsInBothLanguages() {
        DataObject written = menu.write(List.of(command("poll", "投票"))).getObject(0);

        assertThat(written.getString("name")).isEqualTo("poll");
        assertThat(written.getObject("name_localizations").getString("zh-CN")).isEqualTo("投票");
        assertThat(written.getString("description")).isEqualTo("Says it again, for a rehearsal");
        assertThat(written.getObject("description_localizations").getString("zh-CN"))
                .isEqualTo("再说一遍，用于排练");
    }

    @Test
    void ofTwoCommandsWithOneAliasTheFirstHasIt() {
        DataArray written = menu.write(List.of(command("poll", "投票"), command("vote", "投票")));

        assertThat(written.getObject(1).hasKey("name_localizations")).isFalse();
    }

    @Test
    void anAliasThatIsNotChineseIsLeftToChat() {
        assertThat(menu.write(List.of(command("help", "h", "帮 助"))).getObject(0).hasKey("name_localizations"))
                .isFalse();
    }

    @Test
    void neededOptionsStandFirstAndValuesAreOffered() {
        Command command = new Command(
                "relay",
                List.of(),
                WORDS,
                List.of(
                        new Command.Option("why", WORDS, false, List.of()),
                        new Command.Option("what", WORDS, true, List.of("pause", "resume"))),
                Standing.MODERATOR);

        DataArray options = menu.write(List.of(command)).getObject(0).getArray("options");

        assertThat(options.getObject(0).getString("name")).isEqualTo("what");
        assertThat(options.getObject(0).getArray("choices").getObject(1).getString("value"))
                .isEqualTo("resume");
        assertThat(options.getObject(1).getBoolean("required")).isFalse();
    }

    @Test
    void whatIsPublishedAlreadyIsKnownAgain() {
        DataArray wanted = menu.write(List.of(command("poll", "投票"), command("ask")));
        DataArray published = DataArray.fromJson(wanted.toString());
        published.getObject(0).put("id", "1").put("version", "2").putNull("default_member_permissions");

        assertThat(Menu.same(published, wanted)).isTrue();
        published.getObject(1).put("description", "something else");
        assertThat(Menu.same(published, wanted)).isFalse();
        assertThat(Menu.same(DataArray.empty(), wanted)).isFalse();
    }

    @Test
    void commandsThatBeginAlikeAreSubcommands() {
        DataArray written =
                menu.write(List.of(command("poll-new", "发起投票"), command("ask"), command("poll-close", "结束投票")));

        assertThat(written.length()).isEqualTo(2);
        DataObject poll = written.getObject(0);
        assertThat(poll.getString("name")).isEqualTo("poll");
        assertThat(poll.getString("description")).isEqualTo("new, close");
        DataObject fresh = poll.getArray("options").getObject(0);
        assertThat(fresh.getInt("type")).isEqualTo(1);
        assertThat(fresh.getString("name")).isEqualTo("new");
        assertThat(fresh.getObject("name_localizations").getString("zh-CN")).isEqualTo("发起投票");
        fresh.put("description", "something else");
        assertThat(Menu.same(menu.write(List.of(command("poll-new", "发起投票"))), written))
                .isFalse();
    }

    @Test
    void whatCanBeSaidOfAMessageStandsInItsMenuToo() {
        DataArray written = menu.write(
                List.of(command("poll", "投票"), command("report", "举报").pointing()));

        assertThat(written.stream(DataArray::getObject).map(each -> each.getString("name") + each.getInt("type")))
                .containsExactly("poll1", "report1", "Report3");
        DataObject pointing = written.getObject(2);
        assertThat(pointing.getObject("name_localizations").getString("zh-CN")).isEqualTo("举报");
        assertThat(pointing.keys()).containsOnly("name", "type", "name_localizations");
        assertThat(Menu.same(menu.write(List.of(command("poll", "投票"), command("report", "举报"))), written))
                .isFalse();
    }

    @Test
    void whatIsACommandItselfHasNoSubcommands() {
        DataArray written = menu.write(List.of(command("link"), command("link-again")));

        assertThat(written.getObject(1).getString("name")).isEqualTo("link-again");
    }

    private static Command command(String name, String... aliases) {
        return new Command(name, List.of(aliases), WORDS, List.of(), Standing.FAN);
    }
}
