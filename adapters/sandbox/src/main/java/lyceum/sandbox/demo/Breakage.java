package lyceum.sandbox.demo;

import java.util.Arrays;
import java.util.Optional;

/** What can be broken on the demo page while people talk. */
enum Breakage {
    /** The platforms refuse requests for a second. */
    TOO_MANY("429"),
    /** The platforms hang up. */
    DISCONNECT("disconnect"),
    /** The platforms say everything twice. */
    DUPLICATE("duplicate"),
    /** The hub's process is killed, as by kill -9, and started again. */
    KILL("kill");

    private final String word;

    Breakage(String word) {
        this.word = word;
    }

    /** Its name in calls. */
    String word() {
        return word;
    }

    static Optional<Breakage> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
