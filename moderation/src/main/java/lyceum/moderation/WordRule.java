package lyceum.moderation;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Scorer;
import org.jspecify.annotations.Nullable;

/**
 * Finds listed words: whole ones in scripts that put spaces between words, anywhere in scripts that do not (Chinese). It looks at
 * the text, at the addresses behind links and at the names of files.
 */
public final class WordRule implements Scorer<Signals> {
    static final String NAME = "words";
    private static final int LONGEST_EVIDENCE = 80;
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private final @Nullable AhoCorasickDoubleArrayTrie<Severity> words;

    public WordRule(WordLists lists) {
        Map<String, Severity> severities = new TreeMap<>();
        lists.hold().forEach(word -> put(word, Severity.HOLD, severities));
        lists.remove().forEach(word -> put(word, Severity.REMOVE, severities));
        words = severities.isEmpty() ? null : automaton(severities);
    }

    @Override
    public Class<Signals> type() {
        return Signals.class;
    }

    @Override
    public @Nullable Signals score(Event event) {
        return switch (event) {
            case MessagePosted posted -> signals(posted.text(), posted.attachments());
            case MessageEdited edited -> signals(edited.text(), List.of());
            default -> null;
        };
    }

    private Signals signals(Text text, List<Attachment> attachments) {
        List<Signal> found = new ArrayList<>();
        find("text", text.plain(), found);
        for (Span span : text.spans()) {
            if (span.mark() instanceof Mark.Link(String url)) {
                find("link", url, found);
            }
        }
        attachments.forEach(attachment -> find("file", attachment.name(), found));
        return new Signals(found);
    }

    private void find(String view, String original, List<Signal> found) {
        if (words == null) {
            return;
        }
        Folded folded = Folded.of(original);
        words.parseText(folded.text(), (begin, end, severity) -> {
            if (whole(folded.text(), begin, end)) {
                int from = folded.start(begin);
                int to = folded.end(end - 1);
                String evidence = original.substring(from, Math.min(to, from + LONGEST_EVIDENCE));
                found.add(new Signal(NAME, view, from, to, severity, evidence));
            }
        });
    }

    private static boolean whole(CharSequence text, int begin, int end) {
        boolean grownBefore =
                begin > 0 && joins(Character.codePointBefore(text, begin)) && joins(Character.codePointAt(text, begin));
        boolean grownAfter = end < text.length()
                && joins(Character.codePointBefore(text, end))
                && joins(Character.codePointAt(text, end));
        return !grownBefore && !grownAfter;
    }

    private static boolean joins(int c) {
        return Character.isLetterOrDigit(c) && !WITHOUT_SPACES.contains(UnicodeScript.of(c));
    }

    private static AhoCorasickDoubleArrayTrie<Severity> automaton(Map<String, Severity> severities) {
        AhoCorasickDoubleArrayTrie<Severity> automaton = new AhoCorasickDoubleArrayTrie<>();
        automaton.build(severities);
        return automaton;
    }

    private static void put(String word, Severity severity, Map<String, Severity> severities) {
        String folded = Folded.of(word.strip()).text().toString();
        if (!folded.isEmpty()) {
            severities.put(folded, severity);
        }
    }
}
