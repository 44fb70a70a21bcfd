package lyceum.program.setup;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** A person at a screen and keyboard. */
public final class ScreenTerminal implements Terminal {
    private final Console console;
    private final PrintWriter out;

    public ScreenTerminal(Console console, PrintWriter out) {
        this.console = console;
        this.out = out;
    }

    @Override
    public void say(String line) {
        out.println(line);
    }

    @Override
    public Optional<String> ask(String prompt) {
        out.print(prompt + " ");
        out.flush();
        return Optional.ofNullable(console.readLine()).map(String::strip);
    }

    @Override
    public Optional<String> askHidden(String prompt) {
        out.print(prompt + " ");
        out.flush();
        return Optional.ofNullable(console.readPassword()).map(String::new).map(String::strip);
    }
}
