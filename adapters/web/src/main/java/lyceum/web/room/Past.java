package lyceum.web.room;

import java.util.List;
import java.util.Optional;
import lyceum.kernel.id.MessageId;

/** What happened before, for those whom a hall's own memory does not suffice. Any thread; may wait. */
interface Past {
    /** What happened in one room after {@code seq}, in order. */
    List<Entry> after(String room, long seq, int most);

    /** How many lines of a room everybody may see after {@code seq}, up to {@code upTo}. */
    long count(String room, long seq, long upTo);

    /** The line as it stands now. */
    Optional<Entry> said(MessageId id);
}
