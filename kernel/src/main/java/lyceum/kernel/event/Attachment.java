package lyceum.kernel.event;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message, by the name its sender gave it.
 *
 * @param size in bytes; 0 where nobody said
 * @param source by which the platform that brought it hands out its bytes, {@code platform:...}; null where it does not
 */
public record Attachment(String name, long size, @Nullable String source) {
    /** A file of which only the name is known. */
    public Attachment(String name) {
        this(name, 0, null);
    }
}
