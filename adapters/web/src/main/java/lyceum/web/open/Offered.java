package lyceum.web.open;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.feature.OpenPage;
import lyceum.kernel.feature.Overlay;
import lyceum.kernel.feature.ReadTx;

/**
 * What is open to everybody.
 *
 * @param community its name
 * @param changes a number that grows whenever anything was committed; asked often, so it must be quick
 */
public record Offered(
        String community,
        List<OpenPage> pages,
        List<Overlay> overlays,
        Reading reading,
        Phrases phrases,
        LongSupplier changes) {
    public Offered {
        pages = List.copyOf(pages);
        overlays = List.copyOf(overlays);
    }

    /** Reads the tables as they stand. */
    public interface Reading {
        /** Called from any thread. */
        <T> T with(Function<ReadTx, T> reader);
    }
}
