package lyceum.config;

import java.util.List;
import java.util.stream.Collectors;

/** The settings do not fit; carries every problem at once, in the order of the file. */
public final class SettingsRefused extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never sent anywhere
    private final List<Problem> problems;

    SettingsRefused(List<Problem> problems) {
        super(problems.size() + " problems in the settings");
        this.problems = problems.stream().sorted().toList();
    }

    public List<Problem> problems() {
        return problems;
    }

    /** One line for each problem. */
    public String lines(Tongue tongue) {
        return problems.stream().map(problem -> problem.line(tongue)).collect(Collectors.joining("\n"));
    }
}
