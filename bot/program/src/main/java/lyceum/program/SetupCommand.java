package lyceum.program;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lyceum.program.setup.PipedTerminal;
import lyceum.program.setup.ScreenTerminal;
import lyceum.program.setup.Setup;
import lyceum.program.setup.Setup.Places;
import lyceum.program.setup.Terminal;
import picocli.CommandLine.ParseResult;

/** {@code setup [--config FILE]}; LYCEUM_DISCORD_API and its like for Telegram and Twitch lead it to other addresses than their own. */
final class SetupCommand implements Action {
    private static final Path DEFAULT = Path.of("lyceum.yaml");

    private final Map<String, String> environment;
    private final Wording wording;
    private final PrintWriter out;

    SetupCommand(Map<String, String> environment, Wording wording, PrintWriter out) {
        this.environment = environment;
        this.wording = wording;
        this.out = out;
    }

    @Override
    public int run(ParseResult typed) throws IOException {
        Places places =
                new Places(place("LYCEUM_DISCORD_API"), place("LYCEUM_TELEGRAM_API"), place("LYCEUM_TWITCH_API"));
        return new Setup(terminal(), wording::say, wording.language(), places)
                .run(typed.matchedOptionValue("--config", DEFAULT));
    }

    private Optional<URI> place(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(URI::create);
    }

    private Terminal terminal() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .<Terminal>map(console -> new ScreenTerminal(console, out))
                .orElseGet(() -> new PipedTerminal(
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out));
    }
}
