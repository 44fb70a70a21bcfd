package lyceum.telegram;

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

/** Writes documents as Telegram messages. */
final class Scribe {
    /** The most UTF-16 units of a message. */
    static final int LIMIT = 4096;

    private static final int LONGEST_NAME = 64;
    /** What Telegram would take out, which would leave the entities after it in the wrong place, and what turns the line around. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f\\u2028-\\u202e]");

    private static final Pattern TURNS_A_NAME =
            Pattern.compile("[\\s\\p{Cntrl}\\u2028-\\u202e\\u2066-\\u2069\\u200e\\u200f\\u061c]+");
    private static final Pattern SEEN =
            Pattern.compile("[^\\s\\p{Z}\\p{Cc}\\p{Cf}\\u2800\\u3164\\u115f\\u1160\\uffa0\\u034f]");
    private static final String NOTHING_TO_SEE = "…";

    private final Plain plain;

    Scribe(Phrases phrases) {
        this.plain = new Plain(phrases);
    }

    /** Cut into as many texts as messages are needed, the voice's name left out but counted. */
    List<Text> pieces(Document document, Language language, @Nullable Voice voice) {
        Text whole = plain.text(document, language);
        return Pieces.of(
                whole, LIMIT - name(voice).length(), text -> text.plain().length());
    }

    /** One message; what does not fit is the caller's mistake, and Telegram refuses it. */
    Letter letter(Document document, Language language, @Nullable Voice voice) {
        Text said = written(plain.text(document, language), voice);
        String name = name(voice);
        if (!SEEN.matcher(said.plain()).find()) {
            said = Text.of(NOTHING_TO_SEE);
        }
        Text whole = name.isEmpty()
                ? said
                : Text.of(name.substring(0, name.length() - 2), new Mark.Bold())
                        .plus(": ")
                        .plus(said);
        return new Letter(
                whole.plain(),
                EntitiesOut.write(whole),
                Keyboard.of(document.choices(), choice -> label(choice, language)));
    }

    /** The words under a file, as many as Telegram takes there; there may be none. */
    Letter caption(Document document, Language language, @Nullable Voice voice) {
        Text said = written(plain.text(document, language), voice);
        String name = name(voice);
        Text named = name.isEmpty()
                ? said
                : Text.of(name.substring(0, name.length() - 2), new Mark.Bold())
                        .plus(said.isEmpty() ? ":" : ": ")
                        .plus(said);
        Text whole = named.plain().length() <= Parcels.CAPTION
                ? named
                : Pieces.of(named, Parcels.CAPTION - 1, text -> text.plain().length())
                        .getFirst()
                        .plus("…");
        return new Letter(
                whole.plain(),
                EntitiesOut.write(whole),
                Keyboard.of(document.choices(), choice -> label(choice, language)));
    }

    /** How long the words are with the voice's name in front. */
    int length(Document document, Language language, @Nullable Voice voice) {
        return name(voice).length() + plain.text(document, language).plain().length();
    }

    String line(lyceum.kernel.document.Say say, Language language) {
        return plain.line(say, language);
    }

    private String label(Choice choice, Language language) {
        return FORBIDDEN.matcher(plain.label(choice, language)).replaceAll(" ");
    }

    /** The name with a colon and a space, or nothing. */
    private static String name(@Nullable Voice voice) {
        if (voice == null) {
            return "";
        }
        String name = TURNS_A_NAME
                .matcher(Text.of(voice.name()).plain())
                .replaceAll(" ")
                .strip();
        if (name.length() > LONGEST_NAME) {
            BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
            graphemes.setText(name);
            name = name.substring(0, graphemes.preceding(LONGEST_NAME + 1)).strip();
        }
        return (SEEN.matcher(name).find() ? name : NOTHING_TO_SEE) + ": ";
    }

    /**
     * With characters that Telegram leaves as they are, one for one, and with names that are only names: whom somebody mentions by an
     * account is called, but nobody by what the hub says itself.
     */
    private static Text written(Text text, @Nullable Voice voice) {
        Text clean = new Text(FORBIDDEN.matcher(text.plain()).replaceAll(" "), text.spans());
        List<Span> names = new ArrayList<>();
        for (Span span : clean.spans()) {
            if (span.mark() instanceof Mark.Mention && clean.plain().charAt(span.start()) == '@') {
                names.add(span);
            }
        }
        Text done = Text.EMPTY;
        int from = 0;
        for (Span name : names) {
            if (name.start() >= from) {
                done = done.plus(clean.slice(from, name.start()));
                from = name.start() + 1;
            }
        }
        Text whole = done.plus(clean.slice(from, clean.plain().length()));
        return voice == null ? whole.without(Mark.Mention.class) : whole;
    }
}
