package lyceum.moderation;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import lyceum.kernel.event.Talk.MessagePosted;
import org.jspecify.annotations.Nullable;

/** What makes two messages say the same to a moderator: their letters and digits, and whether they were read already. */
final class Twin {
    private static final int LONGEST = 400;

    private Twin() {}

    /** Null for what stands for itself: files, and what has no letters. */
    static @Nullable String of(Held held) {
        MessagePosted posted = held.posted();
        String letters = Normalizer.normalize(posted.text().plain(), Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
        if (letters.isEmpty()
                || letters.length() > LONGEST
                || !posted.attachments().isEmpty()) {
            return null;
        }
        boolean reported = held.why().stream().anyMatch(signal -> signal.rule().equals(Reports.RULE));
        return (reported ? "read:" : "held:") + letters;
    }
}
