package lyceum.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.feature.Command;
import lyceum.kernel.person.Standing;
import lyceum.telegram.Vocabulary.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {
    private static final Vocabulary COMMANDS = new Vocabulary(List.of(
            command("giveaway-new", List.of("抽奖"), "prize", "winners", "title"), command("help", List.of("帮助"))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            /giveaway-new book 3 a rainy day              | book     | 3   | a rainy day
            /giveaway_new "a book" 3 "a rainy day"        | a book   | 3   | a rainy day
            /抽奖 “一 本 书” 三 名                           | 一 本 书 | 三  | 名
            /giveaway-new   book   3    two  spaces       | book     | 3   | two  spaces
            /giveaway-new "half a quote 3 rest            | "half    | a   | quote 3 rest
            /giveaway-new book 3 "one" and "two"          | book     | 3   | "one" and "two"
            """)
    void optionsAreTakenInOrderAndTheLastTakesTheRest(String line, String prize, String winners, String title) {
        assertThat(COMMANDS.read(line, "us"))
                .contains(new Invocation("giveaway-new", Map.of("prize", prize, "winners", winners, "title", title)));
    }

    @Test
    void anOptionThatIsNotGivenIsAbsent() {
        assertThat(COMMANDS.read("/giveaway-new book", "us"))
                .contains(new Invocation("giveaway-new", Map.of("prize", "book")));
        assertThat(COMMANDS.read("/help me please", "us")).contains(new Invocation("help", Map.of()));
    }

    @Test
    void whoOpensAPrivateChatIsGreetedWithHelp() {
        assertThat(COMMANDS.read("/start", "us")).contains(new Invocation("help", Map.of()));
    }

    private static Command command(String name, List<String> aliases, String... options) {
        List<Command.Option> wanted = List.of(options).stream()
                .map(option -> new Command.Option(option, Phrase.of("x.y"), true, List.of()))
                .toList();
        return new Command(name, aliases, Phrase.of("x.y"), wanted, Standing.FAN);
    }
}
