package lyceum.program;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import lyceum.moderation.Audit;
import lyceum.sqlite.Sqlite;
import picocli.CommandLine.ParseResult;

/** {@code audit verify}: whether what moderation did stands as it was written. */
final class AuditCommand {
    private static final int USAGE = 2;

    private final Wording wording;
    private final PrintWriter out;
    private final PrintWriter err;

    AuditCommand(Wording wording, PrintWriter out, PrintWriter err) {
        this.wording = wording;
        this.out = out;
        this.err = err;
    }

    /** Prints {@code ok} with the number of rows and the newest link, or the first row that is not as it was; may run beside a hub. */
    int verify(ParseResult typed) throws IOException {
        Path folder = typed.matchedOptionValue("--data", Path.of(""));
        Path database = folder.resolve("lyceum.db");
        Path key = folder.resolve("audit.key");
        if (!Files.isReadable(database) || !Files.isReadable(key)) {
            err.println("lyceum: " + wording.say("error.no-audit", folder.toString()));
            return USAGE;
        }
        Audit audit = new Audit(KeyFile.at(key));
        Audit.Checked checked = Sqlite.readers(database).withHandle(audit::verify);
        Long bad = checked.bad();
        if (bad != null) {
            out.println("row " + bad + " " + wording.say("audit.changed"));
            return 1;
        }
        out.println("ok " + checked.count() + " " + checked.head());
        return 0;
    }
}
