package lyceum.kernel.platform;

import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;

/** A platform does not let us in and never will as things are. */
public final class PlatformRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Say why;

    /** @param why what to do about it, without secrets */
    public PlatformRefused(Say why) {
        super(Phrases.english(why));
        this.why = why;
    }

    public Say why() {
        return why;
    }
}
