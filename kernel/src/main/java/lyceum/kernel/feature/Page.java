package lyceum.kernel.feature;

import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.person.Standing;

/**
 * A page of the console. Its buttons and forms come back as {@code ChoiceMade} and {@code CommandInvoked}, like any other; what is
 * responded to them is shown to whoever pressed.
 *
 * @param path one lower-case word, which begins with the feature's own where it might be taken
 * @param title also its name among the pages
 * @param needs the standing without which nobody sees it
 */
public record Page(String path, Phrase title, Standing needs, View view) {
    public Page {
        if (!path.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("not a page's path: " + path);
        }
    }

    /** What stands on a page. */
    public interface View {
        /**
         * Called beside the lane, from any thread and for many readers at once: whenever somebody looks, and again when something has
         * changed while they look. Reads only, and must be quick.
         */
        Document of(Query query, ReadTx tx);
    }
}
