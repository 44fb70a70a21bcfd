package lyceum.program;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lyceum.config.Settings;
import lyceum.config.SettingsRefused;
import lyceum.config.Tongue;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.person.Language;
import lyceum.program.online.OnlineCheck;
import lyceum.program.settings.HubSettings;
import picocli.CommandLine.ParseResult;

/** {@code check --config FILE [--online]}: prints {@code ok}, or everything that is wrong. */
final class Check implements Action {
    private final Map<String, String> environment;
    private final Wording wording;
    private final PrintWriter out;

    Check(Map<String, String> environment, Wording wording, PrintWriter out) {
        this.environment = environment;
        this.wording = wording;
        this.out = out;
    }

    @Override
    public int run(ParseResult typed) {
        Path file = typed.matchedOptionValue("--config", Path.of(""));
        try {
            HubSettings settings = Settings.read(file, HubSettings.class, environment);
            List<Phrase> found =
                    typed.matchedOptionValue("--online", false) ? new OnlineCheck(settings).run() : List.of();
            found.forEach(phrase -> out.println(file + ": " + wording.say(phrase)));
            if (found.isEmpty()) {
                out.println("ok");
            }
            return found.isEmpty() ? 0 : 2;
        } catch (SettingsRefused e) {
            out.println(e.lines(tongue(wording)));
            return 2;
        }
    }

    /** The language of the errors in a file. */
    static Tongue tongue(Wording wording) {
        return Tongue.of(wording.language() == Language.ZH ? "zh" : "en");
    }
}
