package lyceum.moderation;

import java.util.List;
import java.util.Set;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.person.Wish;

/**
 * A message that did not pass, with all that is needed to let it through later.
 *
 * @param wishes of its author when it was said
 */
record Held(MessagePosted posted, List<Signal> why, Set<Wish> wishes) {
    Held {
        why = List.copyOf(why);
        wishes = Set.copyOf(wishes);
    }
}
