package lyceum.scheduler.announcements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.person.Language;
import lyceum.scheduler.recurrence.NoMoreDates;
import lyceum.scheduler.recurrence.Occurrence;
import lyceum.scheduler.recurrence.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * Something that is said again and again: a sponsor's words, or a tip. Its label is the hub's and stands above whatever the words are.
 *
 * @param recurrence in the zone of whoever made it
 */
record Note(long id, Kind kind, String words, Recurrence recurrence, boolean stopped) {
    /** What a note is, which its label says. */
    enum Kind {
        SPONSOR,
        TIP;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When it is due next after an instant. */
    Optional<Instant> next(Instant after) {
        Iterator<Occurrence> dates = recurrence.dates();
        try {
            while (dates.hasNext()) {
                Instant at = dates.next().at().toInstant();
                if (at.isAfter(after)) {
                    return Optional.of(at);
                }
            }
        } catch (NoMoreDates e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** For readers of one language, or of both where it is null. */
    Document document(@Nullable Language language) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(Phrase.of("notes.label-" + kind.word())));
        blocks.addAll(Draft.of(words).document(language).blocks());
        return new Document(blocks, List.of());
    }
}
