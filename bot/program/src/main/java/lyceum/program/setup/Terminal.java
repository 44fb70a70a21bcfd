package lyceum.program.setup;

import java.util.Optional;

/** Where setup talks with a person. */
public interface Terminal {
    void say(String line);

    /** The line that the person typed, without spaces around it; empty when there are no more. */
    Optional<String> ask(String prompt);

    /** The same, and where it can be helped nobody sees what is typed. */
    Optional<String> askHidden(String prompt);
}
