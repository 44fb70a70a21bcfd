package lyceum.kernel.platform;

import lyceum.kernel.effect.Pin;

/** The ability to keep messages in sight at the top of a room. Doing it twice is the same as once. */
public interface Pins {
    /**
     * Blocks; as {@link Platform#post}. A message that is gone is {@link Outcome.Done}: nothing is left to be kept. Without the right
     * to it, {@link Outcome.Refused} names the click that gives it.
     */
    Outcome pin(Pin pin);
}
