package lyceum.community.qna.links;

import org.jspecify.annotations.Nullable;

/**
 * One line of a chat.
 *
 * @param at milliseconds since 1970
 * @param replyTo the line that the platform says it answers, or null
 */
public record Said(
        String id,
        long at,
        String author,
        String text,
        @Nullable String replyTo) {}
