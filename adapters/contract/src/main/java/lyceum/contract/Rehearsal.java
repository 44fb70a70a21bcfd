package lyceum.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Completion;
import lyceum.kernel.person.Standing;

/** The command and the buttons that the laws are tried with. */
final class Rehearsal {
    static final Command COMMAND = new Command(
            "rehearse",
            List.of("排练"),
            Phrase.of("contract.rehearse"),
            List.of(
                    new Command.Option("times", Phrase.of("contract.times"), true, List.of("once", "twice")),
                    new Command.Option("word", Phrase.of("contract.word"), false, List.of())),
            Standing.FAN);

    /** The same, where the word is completed, also for those who name no command. */
    static Command completedBy(Completion completion) {
        List<Command.Option> options = COMMAND.options().stream()
                .map(option -> option.name().equals("word") ? option.completedBy(completion) : option)
                .toList();
        return new Command(COMMAND.name(), COMMAND.aliases(), COMMAND.description(), options, COMMAND.needs());
    }

    private Rehearsal() {}

    /** In the command's order: where a command is a line, its options are told apart by it. */
    static Map<String, String> options(String times, String word) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("times", times);
        options.put("word", word);
        return options;
    }

    static Document withButtons(String words) {
        return Document.of(Text.of(words))
                .withChoices(
                        new Choice("contract:press", Phrase.of("contract.press"), Choice.Weight.GOOD),
                        new Choice("contract:leave", Phrase.of("contract.leave"), Choice.Weight.HARMFUL));
    }
}
