package lyceum.kernel.live;

import org.jspecify.annotations.Nullable;

/**
 * What the hub says to a viewer at another process, or that nothing is to be said.
 *
 * @param text opaque here; null where only the word is done with
 * @param ticket of the word that this answers, which is done with from then on
 */
public record Reply(String process, @Nullable String text, String ticket) {}
