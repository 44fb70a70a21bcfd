package lyceum.discord.markdown;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;

/**
 * Writes a text as markdown that Discord's client shows with exactly the text's characters. Marks become markdown where it has a
 * spelling for them in this place; every spelling is read back, and one that shows other characters is not used.
 */
public final class MarkdownWriter {
    /** From the fullest spelling to the safest. */
    private static final List<Style> STYLES = List.of(
            new Style("*", _ -> true),
            new Style("_", _ -> true),
            new Style("*", mark -> !(mark instanceof Mark.Italic)),
            new Style(
                    "*",
                    mark -> mark instanceof Mark.Code || mark instanceof Mark.CodeBlock || mark instanceof Mark.Link),
            new Style("*", _ -> false));

    private static final String SIGNS = "\\*_~|`<@[]#->.";

    private MarkdownWriter() {}

    /**
     * How marks are spelt.
     *
     * @param italic the sign for italic, which has two
     * @param spelt which marks are spelt at all
     */
    record Style(String italic, Predicate<Mark> spelt) {}

    public static String write(Text text) {
        if (text.spans().isEmpty() && text.plain().chars().noneMatch(c -> SIGNS.indexOf(c) >= 0)) {
            return text.plain();
        }
        String faithful = null;
        for (Style style : STYLES) {
            String markdown = new MarkdownSpelling(text, style).spell();
            Text shown = MarkdownReader.read(markdown, Names.NONE);
            if (shown.plain().equals(text.plain())) {
                if (sameMarks(text, shown)) {
                    return markdown;
                }
                faithful = faithful == null ? markdown : faithful;
            }
        }
        return faithful == null ? everySignEscaped(text.plain()) : faithful;
    }

    private static String everySignEscaped(String plain) {
        return plain.replaceAll("[^0-9A-Za-z\\s\\u0080-\\uffff]", "\\\\$0");
    }

    /** Whether every visible character is marked alike; white space may lose its marks, and nobody is mentioned by writing a name. */
    private static boolean sameMarks(Text wanted, Text shown) {
        return IntStream.range(0, wanted.plain().length())
                .filter(i -> !Signs.space(wanted.plain().charAt(i)))
                .allMatch(i -> marks(wanted, i).equals(marks(shown, i)));
    }

    private static Set<Mark> marks(Text text, int i) {
        return text.spans().stream()
                .filter(span -> span.start() <= i && i < span.end())
                .map(Span::mark)
                .filter(mark -> !(mark instanceof Mark.Mention))
                .collect(Collectors.toSet());
    }
}
