package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;

/** Why a message did not pass, in the words of moderators: a sentence for each objection, and its place in the text. */
final class Reasons {
    private static final Set<String> ELSEWHERE = Set.of(Screen.ADDRESS, Screen.FILE, "picture");
    private static final Set<String> TOLD = Set.of(
            "phishing",
            "invites",
            "links",
            "newcomer",
            "caps",
            "zalgo",
            "emoji",
            "mentions",
            "files",
            "pictures",
            "language",
            "offence",
            "spam",
            "patterns",
            "flood",
            "repeat",
            "raid",
            "report",
            "native",
            "broken");
    private static final Set<String> DISGUISES = Set.of(
            "folded",
            "simplified",
            "squeezed",
            "leet",
            "masked",
            "misspelt",
            "turned",
            "homophone",
            "pinyin",
            "initials",
            "components");

    private Reasons() {}

    static Say say(Signal signal) {
        String evidence = Cards.oneLine(signal.evidence());
        return switch (signal.rule()) {
            case Gate.FAILED -> Phrase.of("moderation.why-failed");
            case Shelf.WORDS, Shelf.WATCHED -> listed("moderation.why-word", signal, evidence);
            case "adverts" -> listed("moderation.why-advert", signal, evidence);
            case "phishing" ->
                Phrase.of(
                        signal.view().equals("look-alike") ? "moderation.why-look-alike" : "moderation.why-phishing",
                        evidence);
            default ->
                TOLD.contains(signal.rule())
                        ? Phrase.of("moderation.why-" + signal.rule(), evidence)
                        : Phrase.of("moderation.why-rule", signal.rule(), evidence);
        };
    }

    private static Say listed(String key, Signal signal, String evidence) {
        return DISGUISES.contains(signal.view())
                ? Phrase.of(key + "-disguised", Text.of(evidence), Phrase.of("moderation.view-" + signal.view()))
                : Phrase.of(key, evidence);
    }

    /** The text with what the rules object to in bold. */
    static Text marked(Text text, List<Signal> why) {
        Text marked = text;
        for (Signal signal : why) {
            int end = Math.min(signal.end(), text.plain().length());
            boolean part =
                    signal.start() < end && end - signal.start() < text.plain().length();
            if (part && !ELSEWHERE.contains(signal.view())) {
                marked = with(marked, signal.start(), end);
            }
        }
        return marked;
    }

    private static Text with(Text text, int start, int end) {
        List<Span> spans = new ArrayList<>(text.spans());
        spans.add(new Span(start, end, new Mark.Bold()));
        return new Text(text.plain(), spans);
    }
}
