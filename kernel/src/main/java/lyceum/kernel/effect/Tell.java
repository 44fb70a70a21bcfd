package lyceum.kernel.effect;

import lyceum.kernel.event.Event;

/** Lets the features that stand after the teller hear another event, in the same turn and after the present one. */
public record Tell(Event event) implements Effect {}
