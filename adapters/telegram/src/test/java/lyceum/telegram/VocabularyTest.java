package lyceum.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.TypedCommands;
import lyceum.kernel.feature.TypedCommands.Invocation;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    private static final Vocabulary COMMANDS = new Vocabulary(new TypedCommands(
            List.of(command("giveaway-new", List.of("抽奖"), "prize", "winners"), command("help", List.of("帮助")))));

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/帮助", "/HELP@Us", "/help\nme"})
    void aCommandIsCalledByNameByAliasAndWithTheBotsOwnName(String line) {
        assertThat(COMMANDS.read(line, "us")).contains(new Invocation("help", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help@another", "//help", "help", "/helpless", "/"})
    void whatIsMeantForAnotherIsTalk(String line) {
        assertThat(COMMANDS.read(line, "us")).isEmpty();
    }

    @Test
    void theMenusSpellingIsRead() {
        assertThat(COMMANDS.read("/giveaway_new@us \"a book\" 3", "us"))
                .contains(new Invocation("giveaway-new", Map.of("prize", "a book", "winners", "3")));
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
