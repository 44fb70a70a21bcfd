package lyceum.kernel.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.feature.TypedCommands.Invocation;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCommandsTest {
    private static final TypedCommands COMMANDS = new TypedCommands(List.of(
            command("giveaway-new", List.of("抽奖"), "prize", "winners", "title"),
            command("class", List.of("课程"), "what"),
            command("class-list", List.of()),
            command("help", List.of("帮助"))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            !giveaway-new book 3 a rainy day              | book     | 3   | a rainy day
            !giveaway_new "a book" 3 "a rainy day"        | a book   | 3   | a rainy day
            !Giveaway New book 3 a rainy day              | book     | 3   | a rainy day
            ！抽奖 “一 本 书” 三 名                          | 一 本 书 | 三  | 名
            !抽奖　书　三　名                                | 书       | 三  | 名
            !giveaway-new   book   3    two  spaces       | book     | 3   | two  spaces
            !giveaway-new "half a quote 3 rest            | "half    | a   | quote 3 rest
            !giveaway-new book 3 "one" and "two"          | book     | 3   | "one" and "two"
            """)
    void optionsAreTakenInOrderAndTheLastTakesTheRest(String line, String prize, String winners, String title) {
        assertThat(COMMANDS.read(line))
                .contains(new Invocation("giveaway-new", Map.of("prize", prize, "winners", winners, "title", title)));
    }

    @Test
    void anOptionThatIsNotGivenIsAbsent() {
        assertThat(COMMANDS.read("!giveaway-new book"))
                .contains(new Invocation("giveaway-new", Map.of("prize", "book")));
        assertThat(COMMANDS.read("!HELP me please")).contains(new Invocation("help", Map.of()));
    }

    @Test
    void theLongerNameWinsWhereTwoWouldFit() {
        assertThat(COMMANDS.read("!class list")).contains(new Invocation("class-list", Map.of()));
        assertThat(COMMANDS.read("!class lists")).contains(new Invocation("class", Map.of("what", "lists")));
        assertThat(COMMANDS.read("!课程")).contains(new Invocation("class", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "! help", "!!", "!?", "wow!", "help", "/help", "!helpless", "no !help", "！！！"})
    void whatIsNoCommandIsTalk(String line) {
        assertThat(COMMANDS.read(line)).isEmpty();
    }

    @Test
    void aPlaceWithAnotherMarkReadsTheSame() {
        assertThat(COMMANDS.called("帮助")).contains(new Invocation("help", Map.of()));
        assertThat(TypedCommands.looksLikeCommand(" ！帮助")).isTrue();
        assertThat(TypedCommands.looksLikeCommand("help!")).isFalse();
    }

    private static Command command(String name, List<String> aliases, String... options) {
        List<Command.Option> wanted = List.of(options).stream()
                .map(option -> new Command.Option(option, Phrase.of("x.y"), true, List.of()))
                .toList();
        return new Command(name, aliases, Phrase.of("x.y"), wanted, Standing.FAN);
    }
}
