package lyceum.community.bridge;

import java.util.LinkedHashMap;
import java.util.Map;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * How the newest messages begin, and who said them: for answers that cannot be tied to what they answer. In memory alone, since
 * an answer that names nothing is still one. Lane's thread only.
 */
final class Excerpts {
    private static final int MOST = 2_000;
    private static final int LONGEST = 60;

    private final Map<MessageId, String> begin = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MessageId, String> eldest) {
            return size() > MOST;
        }
    };

    void keep(MessageId source, Speaker speaker, Text text) {
        begin.put(source, speaker.name() + ": " + shortened(text.plain()));
    }

    void forget(MessageId source) {
        begin.remove(source);
    }

    /** Whose they are is not known: all of them go. */
    void forgetAll() {
        begin.clear();
    }

    @Nullable
    String of(MessageId source) {
        return begin.get(source);
    }

    /** In one line, and never half a character. */
    static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end).strip() + "…";
    }
}
