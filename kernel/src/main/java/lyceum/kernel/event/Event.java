package lyceum.kernel.event;

import lyceum.kernel.person.Speaker;
import org.jspecify.annotations.Nullable;

/** Something that happened, on a platform or in the hub. */
public sealed interface Event permits Talk, Asking, People, Money, Place, Answer {
    /** The key under which a repeated frame is recognised; null where the hub itself is the source or nothing repeats. */
    @Nullable
    Key key();

    /** The account that did it; null where nobody did. */
    default @Nullable Speaker speaker() {
        return null;
    }
}
