package lyceum.moderation;

import java.util.List;

/**
 * Words and phrases that are not wanted.
 *
 * @param remove with one of these, a message is taken away
 * @param hold with one of these, a moderator decides
 */
public record WordLists(List<String> remove, List<String> hold) {
    public WordLists {
        remove = List.copyOf(remove);
        hold = List.copyOf(hold);
    }
}
