package lyceum.kernel.effect;

import lyceum.kernel.document.Document;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * Changes posts of a feature that wait in the hub: what has not begun to leave says the new words, or is dropped. Nothing happens to
 * what is on its way or stands; its receipt tells which words it has.
 *
 * @param ref of the posts
 * @param now what shall be said in their place, or null for nothing
 */
public record Amend(RoomId room, String ref, @Nullable Document now) implements Effect {}
