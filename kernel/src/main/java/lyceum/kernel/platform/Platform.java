package lyceum.kernel.platform;

import java.util.List;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;

/** A place outside where people talk. What else it can do is an ability: an interface of this package that it also implements. */
public interface Platform {
    PlatformName name();

    /**
     * Connects and begins to bring events; called once. Returns when messages are heard and can be posted; reconnects by itself
     * afterwards, for ever. The hub's own messages are never brought.
     *
     * @throws PlatformRefused when the platform will never let us in (a wrong token, a missing intent)
     */
    void start(Inbox inbox) throws PlatformRefused;

    /** Cuts a post into as many as the platform needs, in order, without losing a character. Pure; called in the lane. */
    List<Post> fit(Post post);

    /**
     * Says something that {@link #fit} gave; blocks until the platform answers. Called for one room by one thread at a time.
     *
     * @throws java.io.UncheckedIOException when the answer is missing, so that nobody knows whether it stands
     */
    Outcome post(Post post, Nonce nonce);

    /** How it is doing now. Any thread, never blocks. */
    Health health();

    /** Leaves in peace: no event is brought after it returns. Also called where {@link #start} was not, or did not succeed. */
    void close();
}
