package lyceum.sandbox.demo;

import org.jspecify.annotations.Nullable;

/**
 * How the demo page goes on.
 *
 * @param story whether the story begins with the page's first visitor
 * @param killHub ends the hub's process at once and starts it again; null where the hub is in other hands
 */
public record Direction(boolean story, @Nullable Runnable killHub) {
    /** Nobody speaks until told to, and the hub cannot be killed from here. */
    public static final Direction QUIET = new Direction(false, null);
}
