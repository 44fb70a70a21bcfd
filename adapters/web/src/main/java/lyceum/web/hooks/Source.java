package lyceum.web.hooks;

import java.time.Instant;
import java.util.List;
import lyceum.kernel.event.Event;

/** A payment service: how its deliveries are proven, and what they say. Pure; from any thread. */
interface Source {
    /** @param now the time on the clocks of this world, not of a community whose clock somebody moved */
    Proof proof(Delivery delivery, Instant now);

    /**
     * What a genuine delivery tells; nothing where it is about something else.
     *
     * @param now for what is told without a time
     * @throws IllegalArgumentException where what must be there is missing or of another kind
     */
    List<Event> read(Delivery delivery, Instant now);
}
