package lyceum.moderation;

import java.util.List;
import java.util.Set;
import lyceum.kernel.document.Text;
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

    /** Without what was said and sent. */
    Held emptied() {
        MessagePosted nothing = new MessagePosted(
                posted.key(), posted.message(), posted.speaker(), Text.EMPTY, List.of(), null, posted.at());
        return new Held(
                nothing,
                why.stream()
                        .map(signal -> new Signal(signal.rule(), signal.view(), 0, 0, signal.severity(), "…"))
                        .toList(),
                wishes);
    }

    /** Whether nothing of it is left. */
    boolean empty() {
        return posted.text().plain().isEmpty() && posted.attachments().isEmpty();
    }
}
