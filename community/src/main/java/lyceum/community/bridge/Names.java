package lyceum.community.bridge;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.person.Language;

/** Makes the names of speakers honest: no hidden characters, no call to everybody, not the hub's own name. */
final class Names {
    private static final int LONGEST = 80;
    /** Characters that Unicode calls letters, marks or symbols, and that show nothing. */
    private static final String BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    private final Phrases phrases;
    private final String own;

    Names(String hub, Phrases phrases) {
        this.phrases = phrases;
        own = likeness(visible(hub));
    }

    /** Never empty, one line, at most 80 UTF-16 units and never half a grapheme. */
    String honest(String name, Language language) {
        String honest = withoutCalls(visible(name));
        if (honest.isEmpty()) {
            honest = phrases.render(Phrase.of("bridge.nameless"), language).plain();
        } else if (likeness(honest).equals(own)) {
            honest = phrases.render(Phrase.of("bridge.called-like-me", Text.of(honest)), language)
                    .plain();
        }
        return shortened(honest);
    }

    /** Only what can be seen, with single spaces; the joiner within an emoji goes as well, since it also hides in words. */
    static String visible(String name) {
        StringBuilder visible = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                visible.append(' ');
            } else if (!hidden(c)) {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString().replaceAll(" +", " ").strip();
    }

    private static boolean hidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || BLANK_LETTERS.indexOf(c) >= 0;
    }

    private static String withoutCalls(String name) {
        String likeness = likeness(name);
        if (!likeness.contains("@everyone") && !likeness.contains("@here")) {
            return name;
        }
        StringBuilder quiet = new StringBuilder();
        name.codePoints()
                .filter(c ->
                        !Normalizer.normalize(Character.toString(c), Form.NFKC).equals("@"))
                .forEach(quiet::appendCodePoint);
        return quiet.toString().strip();
    }

    /** The same for names that a reader would take for the same. */
    private static String likeness(String name) {
        String folded =
                Normalizer.normalize(name, Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Form.NFKC).replace(" ", "");
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(name);
        int end = graphemes.isBoundary(LONGEST) ? LONGEST : graphemes.preceding(LONGEST);
        if (end > 0) {
            return name.substring(0, end).strip();
        }
        return name.substring(0, Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
