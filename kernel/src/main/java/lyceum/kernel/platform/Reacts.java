package lyceum.kernel.platform;

import lyceum.kernel.effect.OnPlatform.React;

/** The ability to put an emoji on a message. Doing it twice is the same as once. */
public interface Reacts {
    /** Blocks; as {@link Platform#post}. What the platform does not take is left out; on a message that is gone it is {@link Outcome.Done}. */
    Outcome react(React react);
}
