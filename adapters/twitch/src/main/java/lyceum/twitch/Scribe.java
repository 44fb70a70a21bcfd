package lyceum.twitch;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Pieces;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/**
 * Writes documents as lines of chat: one line each, no marks, an address behind the words that led to it, and choices with numbers,
 * {@code [1] This [2] That}.
 */
final class Scribe {
    /** The most characters of a line; counted in UTF-16 units, of which there are never fewer than characters. */
    static final int LIMIT = 500;

    private static final int LONGEST_NAME = 64;
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}\\u2028-\\u202e\\u2066-\\u2069]");
    private static final Pattern SEEN =
            Pattern.compile("[^\\s\\p{Z}\\p{Cc}\\p{Cf}\\u2800\\u3164\\u115f\\u1160\\uffa0\\u034f]");
    private static final Pattern COMMAND = Pattern.compile("/[a-z]");
    private static final String NOTHING_TO_SEE = "…";

    private final Plain plain;

    Scribe(Phrases phrases) {
        this.plain = new Plain(phrases);
    }

    /** Cut into as many texts as lines are needed, the voice's name left out but counted, the choices at the end. */
    List<Text> pieces(Document document, Language language, @Nullable Voice voice) {
        Text whole = plain.text(document, language).plus(unlisted(document, language));
        int room = LIMIT - name(voice).length();
        return Pieces.of(whole, room, text -> words(text, voice).length());
    }

    /** One line; what does not fit is cut off by Twitch. */
    String line(Document document, Language language, @Nullable Voice voice) {
        Text text = plain.text(document, language).plus(unlisted(document, language));
        String words = words(text, voice);
        String said = SEEN.matcher(words).find() ? words : NOTHING_TO_SEE;
        String line = name(voice) + said;
        return line.startsWith("/") || line.startsWith(".") ? "› " + line : line;
    }

    /** The choices' numbers and labels, unless the document has been cut before and ends with them already. */
    private String unlisted(Document document, Language language) {
        List<Choice> choices = document.choices();
        StringBuilder list = new StringBuilder();
        String last = "";
        for (int i = 0; i < choices.size(); i++) {
            last = "[" + (i + 1) + "] "
                    + clean(plain.label(choices.get(i), language)).strip();
            list.append(' ').append(last);
        }
        boolean listed = plain.text(document, language).plain().endsWith(last);
        return listed ? "" : list.toString();
    }

    /** What the hub itself says is laid out in lines: where they end can still be seen. */
    private static String words(Text text, @Nullable Voice voice) {
        String words = words(text).strip();
        return clean(voice == null ? words.replace("\n• ", " • ").replace("\n", " · ") : words);
    }

    private static String words(Text text) {
        String all = named(text);
        List<Span> links = new ArrayList<>();
        for (Span span : text.spans()) {
            boolean led = span.mark() instanceof Mark.Link(String url)
                    && !text.plain().substring(span.start(), span.end()).contains(url);
            if (led && (links.isEmpty() || span.start() >= links.getLast().end())) {
                links.add(span);
            }
        }
        StringBuilder words = new StringBuilder();
        int from = 0;
        for (Span link : links) {
            words.append(all, from, link.end());
            if (link.mark() instanceof Mark.Link(String url)) {
                words.append(" (").append(url).append(')');
            }
            from = link.end();
        }
        return words.append(all.substring(from)).toString();
    }

    /** A command that is named in bold or as code is named as it is typed here: {@code !help} for {@code /help}. */
    private static String named(Text text) {
        StringBuilder all = new StringBuilder(text.plain());
        for (Span span : text.spans()) {
            boolean marked = span.mark() instanceof Mark.Bold || span.mark() instanceof Mark.Code;
            if (marked && COMMAND.matcher(all).region(span.start(), span.end()).lookingAt()) {
                all.setCharAt(span.start(), '!');
            }
        }
        return all.toString();
    }

    /** The name with a colon and a space, or nothing. */
    private static String name(@Nullable Voice voice) {
        if (voice == null) {
            return "";
        }
        String name =
                clean(Text.of(voice.name()).plain()).replaceAll("\\s+", " ").strip();
        if (name.length() > LONGEST_NAME) {
            BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
            graphemes.setText(name);
            name = name.substring(0, graphemes.preceding(LONGEST_NAME + 1)).strip();
        }
        return (SEEN.matcher(name).find() ? name : NOTHING_TO_SEE) + ": ";
    }

    /** A line has no end inside it, and nothing turns it around. */
    private static String clean(String text) {
        return BREAKS.matcher(text).replaceAll(" ");
    }
}
