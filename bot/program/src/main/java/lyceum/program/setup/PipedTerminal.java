package lyceum.program.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Answers that come from a file or another program, a line each. */
public final class PipedTerminal implements Terminal {
    private final BufferedReader in;
    private final PrintWriter out;

    public PipedTerminal(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public void say(String line) {
        out.println(line);
    }

    @Override
    public Optional<String> ask(String prompt) {
        out.println(prompt);
        try {
            return Optional.ofNullable(in.readLine()).map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> askHidden(String prompt) {
        return ask(prompt);
    }
}
