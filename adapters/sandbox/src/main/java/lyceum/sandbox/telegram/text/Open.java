package lyceum.sandbox.telegram.text;

import org.jspecify.annotations.Nullable;

/**
 * A tag or mark that was opened and not yet closed.
 *
 * @param at where it stands in the source
 * @param offset where its text begins in what was read so far
 */
record Open(
        String name,
        String type,
        int at,
        int offset,
        @Nullable String argument) {
    Entity closed(int end) {
        return new Entity(type, offset, end - offset, argument);
    }
}
