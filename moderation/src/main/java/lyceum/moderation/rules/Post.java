package lyceum.moderation.rules;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A message as the rules see it.
 *
 * @param text as written
 * @param author whose account; empty where unknown
 * @param room where it was said; empty where unknown
 * @param at when
 * @param standing of its author
 * @param files the names of what is attached
 * @param pictures difference hashes of attached pictures
 */
public record Post(
        String text,
        String author,
        String room,
        Instant at,
        Standing standing,
        List<String> files,
        List<Long> pictures) {
    /**
     * What is known of an author.
     *
     * @param roles names of roles, in small letters
     * @param joined when they came, {@link Instant#EPOCH} where unknown
     */
    public record Standing(Set<String> roles, String platform, Instant joined) {
        public static final Standing UNKNOWN = new Standing(Set.of(), "", Instant.EPOCH);

        public Standing {
            roles = Set.copyOf(roles);
        }
    }

    public Post {
        files = List.copyOf(files);
        pictures = List.copyOf(pictures);
    }

    /** A text with what a chat line tells of it. */
    public static Post of(String text, String author, String room, Instant at) {
        return new Post(text, author, room, at, Standing.UNKNOWN, List.of(), List.of());
    }

    /** A message as the hub hears it. */
    public static Post of(String text, String author, String room, Standing standing, List<String> files) {
        return new Post(text, author, room, Instant.EPOCH, standing, files, List.of());
    }

    /** A text of which nothing else is known. */
    public static Post of(String text) {
        return new Post(text, "", "", Instant.EPOCH, Standing.UNKNOWN, List.of(), List.of());
    }
}
