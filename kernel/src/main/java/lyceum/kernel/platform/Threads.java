package lyceum.kernel.platform;

import lyceum.kernel.effect.OnPlatform.ChangeThread;
import lyceum.kernel.effect.OnPlatform.OpenThread;

/** The ability to have conversations apart below a room: Discord's threads and forum posts, Telegram's topics. */
public interface Threads {
    /** Blocks; as {@link Platform#post}. Done names one message, whose room is the thread. A title that is too long is cut. */
    Outcome open(OpenThread open);

    /** Blocks. Doing it twice is the same as once. */
    Outcome change(ChangeThread change);
}
