package lyceum.program;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import lyceum.community.members.access.Import;
import lyceum.community.members.access.Import.Changes;
import lyceum.config.Settings;
import lyceum.config.SettingsRefused;
import lyceum.program.settings.HubSettings;
import lyceum.sqlite.Sqlite;
import picocli.CommandLine.ParseResult;

/** {@code access import}: takes entitlements in from a table. Without {@code --apply} it only says what it would do. */
final class AccessCommand {
    private static final int USAGE = 2;

    private final Map<String, String> environment;
    private final Wording wording;
    private final PrintWriter out;
    private final PrintWriter err;

    AccessCommand(Map<String, String> environment, Wording wording, PrintWriter out, PrintWriter err) {
        this.environment = environment;
        this.wording = wording;
        this.out = out;
        this.err = err;
    }

    /** All that is wrong is told at once. The hub of that folder must not run meanwhile; when it starts, it gives what is due. */
    int take(ParseResult typed) throws IOException, Refusal {
        Path file = typed.matchedPositionalValue(0, Path.of(""));
        HubSettings settings;
        try {
            settings = Settings.read(typed.matchedOptionValue("--config", Path.of("")), HubSettings.class, environment);
        } catch (SettingsRefused e) {
            err.println(e.lines(Check.tongue(wording)));
            return USAGE;
        }
        Set<String> plans = settings.access().titles().keySet();
        Import read = Import.read(text(file), plans);
        if (!read.mistakes().isEmpty()) {
            read.mistakes()
                    .forEach(wrong -> err.println(
                            file + ":" + wrong.line() + ":" + wrong.column() + ": " + wording.say(wrong.what())));
            return USAGE;
        }
        boolean apply = typed.hasMatchedOption("--apply");
        try (DataFolder folder = DataFolder.take(typed.matchedOptionValue("--data", Path.of("data")));
                Sqlite sqlite = Sqlite.open(folder.path().resolve("lyceum.db"))) {
            Changes changes = sqlite.writer().inTransaction(db -> read.into(db, apply));
            out.println(wording.say(
                    apply ? "access.taken" : "access.dry",
                    Integer.toString(changes.fresh()),
                    Integer.toString(changes.changed()),
                    Integer.toString(changes.same())));
        }
        return 0;
    }

    private static String text(Path file) throws Refusal {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Refusal("program.unreadable", file.toString());
        }
    }
}
