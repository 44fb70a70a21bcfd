package lyceum.web.console;

import java.util.List;
import java.util.function.LongSupplier;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;

/**
 * What the console shows.
 *
 * @param community its name
 * @param pages in the order in which they are offered; the first is where one arrives
 * @param changes a number that grows whenever anything was committed; asked often, so it must be quick
 */
public record Contents(String community, List<Page> pages, Reading reading, Phrases phrases, LongSupplier changes) {
    public Contents {
        pages = List.copyOf(pages);
    }

    /** Draws a page from the tables as they stand. */
    public interface Reading {
        /** Called from any thread. */
        Document of(Page page, Query query);
    }
}
